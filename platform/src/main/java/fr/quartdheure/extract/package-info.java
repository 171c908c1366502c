/** The figures of a territory as files that the command line computes them again from. */
@org.springframework.modulith.ApplicationModule(
        displayName = "Extract",
        allowedDependencies = {"geo", "planning"})
@org.jspecify.annotations.NullMarked
package fr.quartdheure.extract;
