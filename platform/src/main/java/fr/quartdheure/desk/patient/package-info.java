/** The inhabitant's screens: from "I live in…" to a confirmed appointment in four of them. */
@org.jspecify.annotations.NullMarked
package fr.quartdheure.desk.patient;
