/**
 * The national SAS interface (service d'accès aux soins): free slots for regulators and their accounts, one file per
 * operation. Errors are FHIR OperationOutcomes in French and English.
 */
@org.jspecify.annotations.NullMarked
package fr.quartdheure.sas;
