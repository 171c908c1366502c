/** Loads a million slots and measures the packaged application from outside; JMH for the pure parts. */
@NullMarked
package fr.quartdheure.bench;

import org.jspecify.annotations.NullMarked;
