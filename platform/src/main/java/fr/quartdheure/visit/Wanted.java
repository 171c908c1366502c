package fr.quartdheure.visit;

import fr.quartdheure.atlas.travel.Position;
import fr.quartdheure.geo.Ways.Stand;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of a visit.
 *
 * @param placeName the Ehpad; null at home
 * @param address street and number, 1–200 characters
 * @param lat of the very address, with {@code lon}; null where only the commune is known
 * @param phone of the place, E.164; null for that of the person
 * @param day null while no day is chosen
 * @param from the earliest hour at which it may begin
 * @param until the latest
 * @param minutes how long it takes, 5 to 480; all residents together
 * @param urgencyBy the professional who decided on it; needed for more than routine
 * @param profession code of the profession that is needed, or null
 * @param practitionerId who is to go, or null
 * @param note practical, at most 200 characters, nothing about anybody's health
 */
public record Wanted(
        @Nullable String placeName,
        String address,
        String communeCode,
        @Nullable Double lat,
        @Nullable Double lon,
        @Nullable String phone,
        @Nullable LocalDate day,
        LocalTime from,
        LocalTime until,
        int minutes,
        Urgency urgency,
        @Nullable UUID urgencyBy,
        @Nullable String profession,
        @Nullable UUID practitionerId,
        @Nullable String note) {

    public static final int LEAST_MINUTES = 5;
    public static final int MOST_MINUTES = 480;
    public static final int LONGEST_NOTE = 200;

    public Wanted {
        if (address.isBlank() || until.isBefore(from) || minutes < LEAST_MINUTES || minutes > MOST_MINUTES) {
            throw new IllegalArgumentException(
                    "a visit at \"" + address + "\" from " + from + " to " + until + " for " + minutes + " minutes");
        }
        if (urgency != Urgency.ROUTINE && urgencyBy == null) {
            throw new IllegalArgumentException("urgency " + urgency.code() + " without a professional who decided it");
        }
        if ((lat == null) != (lon == null)) {
            throw new IllegalArgumentException("half a position: " + lat + ", " + lon);
        }
    }

    public boolean ehpad() {
        return placeName != null;
    }

    Stand stand() {
        return new Stand(communeCode, lat == null || lon == null ? null : new Position(lat, lon));
    }

    Wanted on(@Nullable LocalDate other) {
        return new Wanted(
                placeName,
                address,
                communeCode,
                lat,
                lon,
                phone,
                other,
                from,
                until,
                minutes,
                urgency,
                urgencyBy,
                profession,
                practitionerId,
                note);
    }
}
