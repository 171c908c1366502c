/** Open data: what anybody may know of sites, care, hours and waits, as files under stable addresses. */
@org.springframework.modulith.ApplicationModule(
        displayName = "Open data",
        allowedDependencies = {"time", "database", "directory", "scheduling"})
@org.jspecify.annotations.NullMarked
package fr.quartdheure.opendata;
