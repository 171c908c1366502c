/** Who receives when and where, and what follows for appointments when that changes: rules, absences, closures. */
@org.springframework.modulith.ApplicationModule(
        displayName = "Roster",
        allowedDependencies = {"time", "account", "audit", "database", "directory", "patient", "geo", "scheduling"})
@org.jspecify.annotations.NullMarked
package fr.quartdheure.roster;
