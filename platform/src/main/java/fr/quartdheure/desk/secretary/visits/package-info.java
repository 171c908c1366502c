/** The secretary's screens of visits: what is asked, the rounds of a day, what does not fit, the printed sheet. */
@org.jspecify.annotations.NullMarked
package fr.quartdheure.desk.secretary.visits;
