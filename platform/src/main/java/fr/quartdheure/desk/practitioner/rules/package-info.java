/** When somebody receives: her week, what a change of it would do, what was changed; her secretaries use it too. */
@org.jspecify.annotations.NullMarked
package fr.quartdheure.desk.practitioner.rules;
