/** Users, roles, sessions, proof of a contact. */
@org.springframework.modulith.ApplicationModule(
        displayName = "Account",
        allowedDependencies = {"time", "audit", "database", "factor"})
@org.jspecify.annotations.NullMarked
package fr.quartdheure.account;
