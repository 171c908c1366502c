/** How long it takes from where people live to where care is given, when no road network is at hand. */
@org.jspecify.annotations.NullMarked
package fr.quartdheure.atlas.travel;
