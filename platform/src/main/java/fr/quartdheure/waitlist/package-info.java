/** Those who have an hour and would come earlier: a freed one is offered to them in their turn. */
@org.springframework.modulith.ApplicationModule(
        displayName = "Waitlist",
        allowedDependencies = {"time", "audit", "database", "patient", "scheduling"})
@org.jspecify.annotations.NullMarked
package fr.quartdheure.waitlist;
