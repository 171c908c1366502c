/** The reception of a site: calls and whom to call back, the end of its day, what it says of missed appointments. */
@org.springframework.modulith.ApplicationModule(
        displayName = "Reception",
        allowedDependencies = {"time", "account", "audit", "database", "directory", "patient", "geo", "scheduling"})
@org.jspecify.annotations.NullMarked
package fr.quartdheure.reception;
