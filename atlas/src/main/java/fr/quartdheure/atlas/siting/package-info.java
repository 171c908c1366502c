/** Where to open care so that it serves most: covering, median and centre problems, with a proof. */
@org.jspecify.annotations.NullMarked
package fr.quartdheure.atlas.siting;
