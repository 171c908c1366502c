/** How long it takes from where people live to where care is given, by estimate or from a file. */
@org.jspecify.annotations.NullMarked
package fr.quartdheure.atlas.travel;
