/** Screens of somebody who sees all the appointments that her contact opens. */
@org.jspecify.annotations.NullMarked
package fr.quartdheure.desk.patient.mine;
