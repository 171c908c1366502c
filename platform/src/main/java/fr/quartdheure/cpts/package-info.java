/** CPTS: communities of sites on a territory of their choice, what they share, and their missions. */
@org.springframework.modulith.ApplicationModule(
        displayName = "Cpts",
        allowedDependencies = {"time", "account", "audit", "database", "directory", "geo", "scheduling"})
@org.jspecify.annotations.NullMarked
package fr.quartdheure.cpts;
