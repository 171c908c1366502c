/** Opening hours, French public holidays, closures, periods: wall time of Europe/Paris. */
@org.springframework.modulith.ApplicationModule(
        displayName = "Time",
        allowedDependencies = {})
@org.jspecify.annotations.NullMarked
package fr.quartdheure.time;
