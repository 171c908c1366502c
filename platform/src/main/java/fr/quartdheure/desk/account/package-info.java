/** Signing in. */
@org.jspecify.annotations.NullMarked
package fr.quartdheure.desk.account;
