/** What proves beside a password that it is her: authenticator app, recovery codes on paper, passkeys. */
@org.springframework.modulith.ApplicationModule(
        displayName = "Factor",
        allowedDependencies = {"time", "audit", "database"})
@org.jspecify.annotations.NullMarked
package fr.quartdheure.factor;
