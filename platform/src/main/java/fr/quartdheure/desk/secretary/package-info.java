/** The medical secretary's screens: the day of a site, a caller booked by keyboard, an appointment's fate. */
@org.jspecify.annotations.NullMarked
package fr.quartdheure.desk.secretary;
