/** Where access lacks and what would mend it: figures of the territory as it is, and as it would be. */
@org.springframework.modulith.ApplicationModule(
        displayName = "Planning",
        allowedDependencies = {"time", "account", "audit", "database", "directory", "geo", "scheduling", "territory"})
@org.jspecify.annotations.NullMarked
package fr.quartdheure.planning;
