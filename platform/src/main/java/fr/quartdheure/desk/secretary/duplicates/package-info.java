/** Records that may be of one person: told apart, or made one with the way back. */
@org.jspecify.annotations.NullMarked
package fr.quartdheure.desk.secretary.duplicates;
