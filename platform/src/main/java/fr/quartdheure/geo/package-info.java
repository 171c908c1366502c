/** Positions, communes, districts, places and the minutes from one to the other. */
@org.springframework.modulith.ApplicationModule(
        displayName = "Geography",
        allowedDependencies = {"time", "account", "audit", "database", "intake"})
@org.jspecify.annotations.NullMarked
package fr.quartdheure.geo;
