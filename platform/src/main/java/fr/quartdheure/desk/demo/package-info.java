/** What only a demonstration shows. */
@org.jspecify.annotations.NullMarked
package fr.quartdheure.desk.demo;
