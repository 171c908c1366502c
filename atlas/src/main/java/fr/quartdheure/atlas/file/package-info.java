/** The plain files that an analyst brings: points with numbers, minutes between them. */
@org.jspecify.annotations.NullMarked
package fr.quartdheure.atlas.file;
