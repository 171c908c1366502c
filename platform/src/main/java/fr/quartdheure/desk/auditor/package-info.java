/** Screens of whoever answers for accesses: who read and changed what. */
@org.jspecify.annotations.NullMarked
package fr.quartdheure.desk.auditor;
