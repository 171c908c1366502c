/** Availability, slots, search, holds and appointments. */
@org.springframework.modulith.ApplicationModule(
        displayName = "Scheduling",
        allowedDependencies = {"time", "account", "audit", "database", "directory", "patient", "geo", "web"})
@org.jspecify.annotations.NullMarked
package fr.quartdheure.scheduling;
