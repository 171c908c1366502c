/** Médecin traitant: who looks for one, the fair list of each site, places that open, and who was taken on by whom. */
@org.springframework.modulith.ApplicationModule(
        displayName = "Registration",
        allowedDependencies = {"time", "account", "audit", "database", "directory", "geo", "patient", "scheduling"})
@org.jspecify.annotations.NullMarked
package fr.quartdheure.registration;
