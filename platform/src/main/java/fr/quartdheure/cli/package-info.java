/** The command line: starts the platform, imports open data, administers it, computes for analysts. */
@org.jspecify.annotations.NullMarked
package fr.quartdheure.cli;
