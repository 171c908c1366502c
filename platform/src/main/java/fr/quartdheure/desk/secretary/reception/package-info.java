/** The secretary's screens of the reception: calls and call-backs, the waiting room, the end of the day. */
@org.jspecify.annotations.NullMarked
package fr.quartdheure.desk.secretary.reception;
