/** How much care the inhabitants of a place can reach, once it is shared with everybody else who reaches it. */
@org.jspecify.annotations.NullMarked
package fr.quartdheure.atlas.accessibility;
