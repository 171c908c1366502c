/** Booking for a caller of the SAS: the agenda that a regulator comes to from the national platform. */
@org.jspecify.annotations.NullMarked
package fr.quartdheure.desk.regulator;
