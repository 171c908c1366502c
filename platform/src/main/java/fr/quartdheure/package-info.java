/** Quart d'heure: one application, its modules are the packages below. */
@org.jspecify.annotations.NullMarked
package fr.quartdheure;
