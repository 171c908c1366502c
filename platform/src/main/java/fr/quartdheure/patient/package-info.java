/** Who is cared for: identity and its level, contacts, the organisations that know a person. */
@org.springframework.modulith.ApplicationModule(
        displayName = "Patient",
        allowedDependencies = {"time", "account", "audit", "database", "directory", "geo"})
@org.jspecify.annotations.NullMarked
package fr.quartdheure.patient;
