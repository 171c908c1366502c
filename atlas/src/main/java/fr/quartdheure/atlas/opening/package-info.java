/** Which openings bring the most care to those who lack it, and in which order over the years. */
@org.jspecify.annotations.NullMarked
package fr.quartdheure.atlas.opening;
