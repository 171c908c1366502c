/** The bundled territory (facts) and the deterministic generator of fictitious people and agendas; plain records. */
@org.jspecify.annotations.NullMarked
package fr.quartdheure.demo;
