/**
 * The public API, version 1: one file per operation or resource. Errors are problems with a French and an English
 * title.
 */
@org.jspecify.annotations.NullMarked
package fr.quartdheure.api;
