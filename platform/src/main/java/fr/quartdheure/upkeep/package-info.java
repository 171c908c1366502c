/** Rooms kept fit for care: the register of cleaning and sterilisation, and rooms that are out of order. */
@org.springframework.modulith.ApplicationModule(
        displayName = "Upkeep",
        allowedDependencies = {"time", "account", "audit", "database", "directory"})
@org.jspecify.annotations.NullMarked
package fr.quartdheure.upkeep;
