/** Calendars elsewhere: the address where hers reads her agenda, those that close her hours, what they clash with. */
@org.jspecify.annotations.NullMarked
package fr.quartdheure.desk.practitioner.calendars;
