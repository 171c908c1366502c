package fr.quartdheure.planning;

import fr.quartdheure.database.Sql;
import fr.quartdheure.directory.SiteKind;
import fr.quartdheure.scheduling.Mode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Where somebody can be seen within two days by booking now, on line. Thread-safe. */
@Repository
class FreeSites {

    // Each care at each site by itself: that is how slots are indexed, and few of them start within two days.
    private static final String FREE = """
            select asked.site_id, asked.service_code, offered.mode
            from unnest(:sites::text[]::uuid[], :services::text[]) as asked (site_id, service_code)
            cross join lateral (
              select distinct mode from scheduling.published_offer o
              where o.site_id = asked.site_id and o.service_code = asked.service_code and o.bookable
                and o.bookable_from <= :now and o.start_at >= :now and o.start_at < :to) offered
            """;
    private static final Duration SOON = Duration.ofHours(48);

    private final JdbcClient jdbc;
    private final Clock clock;

    FreeSites(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Free among(List<PointOfCare> points) {
        var sites = new ArrayList<UUID>();
        var services = new ArrayList<String>();
        for (PointOfCare point : points) {
            for (String service : point.services()) {
                sites.add(point.siteId());
                services.add(service);
            }
        }
        Instant now = clock.instant();
        var free = new HashSet<Slot>();
        jdbc.sql(FREE)
                .param("sites", Sql.uuids(sites))
                .param("services", services.toArray(String[]::new))
                .param("now", Sql.utc(now))
                .param("to", Sql.utc(now.plus(SOON)))
                .query(row -> {
                    free.add(new Slot(
                            row.getObject("site_id", UUID.class),
                            row.getString("service_code"),
                            row.getString("mode")));
                });
        return new Free(free);
    }

    private record Slot(UUID siteId, String service, String mode) {}

    /** The sites with something free. */
    static final class Free {
        private final Set<Slot> slots;
        private final Set<UUID> remote = new HashSet<>();

        private Free(Set<Slot> slots) {
            this.slots = slots;
            for (Slot slot : slots) {
                if (slot.mode().equals(Mode.TELECONSULTATION.code())) {
                    remote.add(slot.siteId());
                }
            }
        }

        /** Whether this care can be had there from somebody who is there too. */
        boolean isOnSite(PointOfCare point, CareKind care) {
            return slots.contains(new Slot(point.siteId(), care.code(), Mode.ON_SITE.code()));
        }

        /** Whether it is a booth that a doctor can be seen from. */
        boolean isAtBooth(PointOfCare point) {
            return point.kind() == SiteKind.BOOTH && remote.contains(point.siteId());
        }
    }
}
