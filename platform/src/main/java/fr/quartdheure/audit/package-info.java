/**
 * Append-only trace: who did what to whose data, written in the act's own transaction, chained a moment later so that
 * nothing can be changed or taken out unseen.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Audit",
        allowedDependencies = {"database"})
@org.jspecify.annotations.NullMarked
package fr.quartdheure.audit;
