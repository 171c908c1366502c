/** The page of open data: what there is, what each column means, under which licence. */
@org.jspecify.annotations.NullMarked
package fr.quartdheure.desk.opendata;
