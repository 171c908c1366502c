package fr.quartdheure.atlas.siting;

/** How many new sites an area must and may have, both included. */
public record Quota(int least, int most) {

    public Quota {
        if (least < 0 || most < least) {
            throw new IllegalArgumentException("a quota from " + least + " to " + most + " is none");
        }
    }
}
