/** What somebody at a desk did last, and the way back. */
@org.springframework.modulith.ApplicationModule(
        displayName = "Undo",
        allowedDependencies = {"time", "account", "database", "scheduling"})
@org.jspecify.annotations.NullMarked
package fr.quartdheure.undo;
