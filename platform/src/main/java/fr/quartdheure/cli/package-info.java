/** The command line: starts the platform, imports open data, administers it. */
@org.jspecify.annotations.NullMarked
package fr.quartdheure.cli;
