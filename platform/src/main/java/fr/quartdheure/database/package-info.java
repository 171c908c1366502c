/** Where the data stands: the platform's own PostgreSQL, and the mode (demonstration or real) it was born in. */
@org.springframework.modulith.ApplicationModule(
        displayName = "Database",
        allowedDependencies = {})
@org.jspecify.annotations.NullMarked
package fr.quartdheure.database;
