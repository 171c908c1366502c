/** A practitioner who cannot come: who is booked, what is proposed to each, and who has answered. */
@org.jspecify.annotations.NullMarked
package fr.quartdheure.desk.secretary.recall;
