/** Minutes by car along the roads of OpenStreetMap. */
@org.jspecify.annotations.NullMarked
package fr.quartdheure.roads;
