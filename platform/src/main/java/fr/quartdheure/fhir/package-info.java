/**
 * The FHIR R4 interface. For everybody: organisations, locations, services, practitioners, their roles, agendas and
 * free slots, one file per type of resource; what is asked of all of them alike stands in the controllers. For
 * authorised clients, who come through one door: appointments and people. Used by none.
 */
@org.jspecify.annotations.NullMarked
package fr.quartdheure.fhir;
