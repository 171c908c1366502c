/** Screens of the secretary about médecins traitants: the list of a site, its places, its rules, its figures. */
@org.jspecify.annotations.NullMarked
package fr.quartdheure.desk.secretary.registration;
