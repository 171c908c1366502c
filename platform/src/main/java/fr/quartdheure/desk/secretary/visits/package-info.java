/** The secretary's screens of visits: what is asked, the rounds of a day, what does not fit, the sheet that is printed. */
@org.jspecify.annotations.NullMarked
package fr.quartdheure.desk.secretary.visits;
