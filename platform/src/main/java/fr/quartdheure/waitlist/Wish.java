package fr.quartdheure.waitlist;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's wish to come earlier than her appointment stands.
 *
 * @param practitionerId whom she wants to see; null when anybody of the service at the site will do
 * @param noticeMinutes how long she needs to be there, 30 to 10,080
 * @param earlierThan the start of her appointment
 * @param urgency 0 to 3, set by a professional alone: the more urgent are asked first
 */
public record Wish(
        UUID id,
        UUID appointmentId,
        UUID patientId,
        UUID siteId,
        String service,
        @Nullable UUID practitionerId,
        int noticeMinutes,
        Instant earlierThan,
        int urgency,
        Instant askedAt) {

    public static final int MOST_URGENT = 3;
    public static final int LEAST_NOTICE = 30;
    public static final int LONGEST_NOTICE = 7 * 24 * 60;
}
