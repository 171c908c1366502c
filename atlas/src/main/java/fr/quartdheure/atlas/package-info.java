/** Geography of access to care: pure computation, no framework, no database. */
@org.jspecify.annotations.NullMarked
package fr.quartdheure.atlas;
