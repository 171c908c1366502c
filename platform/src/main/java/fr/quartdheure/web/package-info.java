/** What every write over HTTP needs: one effect per idempotency key, limits per address. */
@org.springframework.modulith.ApplicationModule(
        displayName = "Web",
        allowedDependencies = {"time", "account", "database"})
@org.jspecify.annotations.NullMarked
package fr.quartdheure.web;
