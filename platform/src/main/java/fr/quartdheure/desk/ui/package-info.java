/** What every screen shares: layout, words in the reader's language, hours and days as people say them. */
@org.jspecify.annotations.NullMarked
package fr.quartdheure.desk.ui;
