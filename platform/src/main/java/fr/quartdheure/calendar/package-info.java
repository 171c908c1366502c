/**
 * Calendars in both directions: what a practitioner's own calendar reads of her agenda here, and the hours that her
 * calendars elsewhere take.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Calendar",
        allowedDependencies = {"time", "account", "audit", "database", "directory", "patient", "scheduling"})
@org.jspecify.annotations.NullMarked
package fr.quartdheure.calendar;
