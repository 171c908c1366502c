/** Screens of somebody who looks for a médecin traitant. */
@org.jspecify.annotations.NullMarked
package fr.quartdheure.desk.patient.registration;
