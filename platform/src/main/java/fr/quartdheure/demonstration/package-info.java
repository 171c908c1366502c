/** Loads the bundled territory and its fictitious people on the first start of a demonstration; used by none. */
@org.springframework.modulith.ApplicationModule(
        displayName = "Demonstration",
        allowedDependencies = {
            "time",
            "account",
            "database",
            "geo",
            "directory",
            "patient",
            "scheduling",
            "territory",
            "visit",
            "registration",
            "cpts",
            "reception"
        })
@org.jspecify.annotations.NullMarked
package fr.quartdheure.demonstration;
