/** Whole journeys in a real browser, as people make them. */
@org.jspecify.annotations.NullMarked
package fr.quartdheure.journey;
