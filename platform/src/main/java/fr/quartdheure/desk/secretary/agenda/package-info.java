/** What a secretary does with the agenda itself: blocked time, more hours, series, weeks, and taking things back. */
@org.jspecify.annotations.NullMarked
package fr.quartdheure.desk.secretary.agenda;
