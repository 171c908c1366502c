/**
 * FHIR R4 as this platform speaks it, whoever the caller is: JSON, bundles, refusals as OperationOutcome in French and
 * English, queries as they were written, names of the French framework.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Wire",
        allowedDependencies = {"time", "web"})
@org.jspecify.annotations.NullMarked
package fr.quartdheure.wire;
