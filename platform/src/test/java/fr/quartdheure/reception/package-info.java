@org.jspecify.annotations.NullMarked
package fr.quartdheure.reception;
