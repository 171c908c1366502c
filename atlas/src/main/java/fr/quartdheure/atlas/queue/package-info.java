/** How long people wait when they come at random, and how many must serve them to keep a promise. */
@org.jspecify.annotations.NullMarked
package fr.quartdheure.atlas.queue;
