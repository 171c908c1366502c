/**
 * The public part of the FHIR R4 interface: organisations, locations, services, practitioners, their roles and agendas,
 * free slots. One file per type of resource; what is asked of all of them alike stands in the controllers. Used by
 * none.
 */
@org.jspecify.annotations.NullMarked
package fr.quartdheure.fhir;
