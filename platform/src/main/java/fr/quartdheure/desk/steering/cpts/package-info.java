/** Screens of whoever coordinates a CPTS: its territory, its members, its missions. */
@org.jspecify.annotations.NullMarked
package fr.quartdheure.desk.steering.cpts;
