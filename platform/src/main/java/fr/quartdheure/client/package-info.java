/** Other software that is let in: registered clients, their secrets, scopes and access tokens (OAuth 2). */
@org.springframework.modulith.ApplicationModule(
        displayName = "Client",
        allowedDependencies = {"account", "audit", "database", "patient", "time", "web"})
@org.jspecify.annotations.NullMarked
package fr.quartdheure.client;
