/** Append-only trace: who did what to whose data, written in the act's own transaction. */
@org.springframework.modulith.ApplicationModule(
        displayName = "Audit",
        allowedDependencies = {})
@org.jspecify.annotations.NullMarked
package fr.quartdheure.audit;
