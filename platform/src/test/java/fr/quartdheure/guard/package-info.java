/** The rules of the house, checked on the code itself. */
@org.jspecify.annotations.NullMarked
package fr.quartdheure.guard;
