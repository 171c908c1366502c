package fr.quartdheure.atlas.travel;

/**
 * Where people live or where care is given. Immutable.
 *
 * @param code the same code means the same place, on either end of a journey
 * @param mountain whether it is on the list of mountain communes, where roads take longer
 */
public record Place(String code, Position position, boolean mountain) {

    public Place(String code, Position position) {
        this(code, position, false);
    }
}
