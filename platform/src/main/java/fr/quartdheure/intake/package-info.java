/** Files that an operator brings: read row by row, compared with what is known, and reported line by line. */
@org.springframework.modulith.ApplicationModule(
        displayName = "Intake",
        allowedDependencies = {})
@org.jspecify.annotations.NullMarked
package fr.quartdheure.intake;
