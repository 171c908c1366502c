/** What the secretary prints before the computer is down: the agenda of each site on paper, prepared every evening. */
@org.jspecify.annotations.NullMarked
package fr.quartdheure.desk.secretary.agendas;
