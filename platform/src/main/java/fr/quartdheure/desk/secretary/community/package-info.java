/** Screens of the secretary about the unscheduled time that her CPTS shares. */
@org.jspecify.annotations.NullMarked
package fr.quartdheure.desk.secretary.community;
