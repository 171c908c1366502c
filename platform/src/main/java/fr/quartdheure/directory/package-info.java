/** Organisations, sites, rooms, practitioners, their roles and the services they give. */
@org.springframework.modulith.ApplicationModule(
        displayName = "Directory",
        allowedDependencies = {"time", "account", "audit", "database", "intake", "geo"})
@org.jspecify.annotations.NullMarked
package fr.quartdheure.directory;
