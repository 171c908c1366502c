/** Visits at home and in Ehpads: what is asked, the rounds of a day, and how they go on. */
@org.springframework.modulith.ApplicationModule(
        displayName = "Visit",
        allowedDependencies = {"time", "account", "audit", "database", "directory", "patient", "geo", "scheduling"})
@org.jspecify.annotations.NullMarked
package fr.quartdheure.visit;
