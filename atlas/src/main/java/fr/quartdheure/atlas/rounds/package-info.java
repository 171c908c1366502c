/** Rounds of home visits: who goes where, in which order, and at what hour. */
@NullMarked
package fr.quartdheure.atlas.rounds;

import org.jspecify.annotations.NullMarked;
