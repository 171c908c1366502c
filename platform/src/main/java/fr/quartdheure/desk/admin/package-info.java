/** Screens of the administrator: what the platform holds, and open data brought in. */
@org.jspecify.annotations.NullMarked
package fr.quartdheure.desk.admin;
