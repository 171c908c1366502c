/** Messages to people: an outbox written with the act that it tells about, and the senders that empty it. */
@org.springframework.modulith.ApplicationModule(
        displayName = "Notice",
        allowedDependencies = {
            "time",
            "account",
            "audit",
            "database",
            "directory",
            "patient",
            "scheduling",
            "waitlist",
            "registration",
            "roster",
            "calendar",
            "geo",
            "web"
        })
@org.jspecify.annotations.NullMarked
package fr.quartdheure.notice;
