/** Who finds care within so many minutes, and who is left out. */
@org.jspecify.annotations.NullMarked
package fr.quartdheure.atlas.coverage;
