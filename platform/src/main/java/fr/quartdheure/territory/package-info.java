/** What is known of the territory: borders, official accessibility, care offered, aided zones, hospitals. */
@org.springframework.modulith.ApplicationModule(
        displayName = "Territory",
        allowedDependencies = {"time", "account", "audit", "database", "intake", "directory", "geo", "scheduling"})
@org.jspecify.annotations.NullMarked
package fr.quartdheure.territory;
