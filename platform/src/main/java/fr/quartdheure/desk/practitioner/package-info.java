/** The professional's own day. */
@org.jspecify.annotations.NullMarked
package fr.quartdheure.desk.practitioner;
