package fr.quartdheure.api;

import fr.quartdheure.directory.Site;
import fr.quartdheure.directory.Sites;
import fr.quartdheure.scheduling.Appointment;
import fr.quartdheure.web.PublicAddress;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Appointments as the API shows them. */
@Component
class AppointmentViews {

    private final Sites sites;
    private final PublicAddress address;

    AppointmentViews(Sites sites, PublicAddress address) {
        this.sites = sites;
        this.address = address;
    }

    BookedView booked(Appointment appointment, String token) {
        Site site = sites.find(appointment.siteId()).orElseThrow();
        String base = address.base();
        return new BookedView(
                appointment.id(),
                appointment.status().code(),
                ApiTimes.paris(appointment.start()),
                ApiTimes.paris(appointment.end()),
                new Where(
                        site.id(),
                        site.name(),
                        site.address().line(),
                        site.address().town(),
                        site.phone()),
                base + "/manage#" + token,
                base + "/appointments/" + appointment.id() + "/calendar.ics?key=" + token);
    }

    record Awaiting(UUID id, String status) {}

    record BookedView(
            UUID id,
            String status,
            OffsetDateTime start,
            OffsetDateTime end,
            Where site,
            String manageUrl,
            String calendarUrl) {}

    record Where(
            UUID id,
            String name,
            @Nullable String address,
            String town,
            @Nullable String phone) {}
}
