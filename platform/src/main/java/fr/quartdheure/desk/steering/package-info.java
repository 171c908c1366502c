/** The planner's and the elected official's desk: where access lacks, and what would mend it. */
@org.jspecify.annotations.NullMarked
package fr.quartdheure.desk.steering;
