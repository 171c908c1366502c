/** The p-median solver of the house: which p sites serve every demand at least cost, with a proof. */
@org.jspecify.annotations.NullMarked
package fr.quartdheure.atlas.siting.median;
