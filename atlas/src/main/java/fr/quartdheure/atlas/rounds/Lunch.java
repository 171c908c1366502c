package fr.quartdheure.atlas.rounds;

/**
 * A pause that whoever is still on the way takes, never during a visit.
 *
 * @param window when it may begin
 * @param minutes above 0
 */
public record Lunch(Window window, double minutes) {

    public Lunch {
        if (!(minutes > 0)) {
            throw new IllegalArgumentException("a lunch takes time: " + minutes + " minutes");
        }
    }
}
