/**
 * The whole platform in one encrypted file, taken while it goes on working, checked to its last byte, and put back into
 * an empty folder.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Backup",
        allowedDependencies = {"database", "audit"})
@org.jspecify.annotations.NullMarked
package fr.quartdheure.backup;
