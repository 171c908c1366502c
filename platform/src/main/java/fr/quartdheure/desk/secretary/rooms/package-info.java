/** The rooms of a site: who is where, what is in the way of what, and the register of cleaning and sterilisation. */
@org.jspecify.annotations.NullMarked
package fr.quartdheure.desk.secretary.rooms;
