package fr.quartdheure.planning;

import fr.quartdheure.atlas.accessibility.AplRules;
import fr.quartdheure.atlas.travel.Place;
import fr.quartdheure.atlas.travel.Places;
import fr.quartdheure.database.Sql;
import fr.quartdheure.directory.SiteKind;
import fr.quartdheure.territory.Supplies;
import fr.quartdheure.territory.Supply;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * How many consultations general practitioners offer a year: as a file tells for every commune, or else as the agendas
 * kept here do.
 */
@Repository
class OfferReading {

    private static final String GENERAL_PRACTICE = "general-practice";
    // On site only: whoever consults from afar has an agenda somewhere else, or would count twice.
    private static final String SLOTS = """
            select practitioner_id, site_id, count(*) as slots
            from scheduling.published_offer
            where service_code = :service and mode = 'on-site' and start_at >= :from and start_at < :to
            group by practitioner_id, site_id
            """;
    private static final Duration SEEN = Duration.ofDays(28);
    private static final double YEAR = 365;

    private final JdbcClient jdbc;
    private final Supplies supplies;
    private final Clock clock;

    OfferReading(JdbcClient jdbc, Supplies supplies, Clock clock) {
        this.jdbc = jdbc;
        this.supplies = supplies;
        this.clock = clock;
    }

    Offer read(Demand demand, List<PointOfCare> points) {
        List<Supply> told = supplies.ofService(GENERAL_PRACTICE).stream()
                .filter(supply -> demand.find(supply.communeCode()).isPresent())
                .toList();
        return told.isEmpty() ? ofAgendas(demand, points) : ofFile(demand, told);
    }

    /** Consultations a year of one doctor of a commune, where a file counts both. */
    Map<String, Double> perDoctor() {
        var perDoctor = new HashMap<String, Double>();
        for (Supply supply : supplies.ofService(GENERAL_PRACTICE)) {
            Double doctors = supply.professionals();
            if (doctors != null && doctors > 0) {
                perDoctor.put(supply.communeCode(), supply.consultations() / doctors);
            }
        }
        return perDoctor;
    }

    private static Offer ofFile(Demand demand, List<Supply> told) {
        var places = new Places(told.stream()
                .map(supply ->
                        demand.places().get(demand.find(supply.communeCode()).orElseThrow()))
                .toList());
        String sources = told.stream().map(Supply::source).distinct().limit(3).collect(Collectors.joining(", "));
        return new Offer(
                Offer.Origin.FILE,
                sources,
                told.stream().anyMatch(Supply::estimated),
                places,
                told.stream().mapToDouble(Supply::consultations).toArray());
    }

    /** What four weeks to come offer, for a year; each practitioner then counts as the DREES has it. */
    private Offer ofAgendas(Demand demand, List<PointOfCare> points) {
        Map<UUID, Double> bySite = new HashMap<>();
        var salaried = points.stream()
                .filter(OfferReading::isSalaried)
                .map(PointOfCare::siteId)
                .collect(Collectors.toSet());
        offered().values().forEach(mine -> {
            double acts = mine.stream().mapToDouble(Offered::acts).sum();
            for (Offered offered : mine) {
                double counted = salaried.contains(offered.siteId())
                        ? AplRules.OF_2023.centre(acts)
                        : AplRules.OF_2023.practitioner(acts);
                bySite.merge(offered.siteId(), counted * offered.acts() / acts, Double::sum);
            }
        });
        var places = new ArrayList<Place>();
        var consultations = new ArrayList<Double>();
        for (PointOfCare point : points) {
            Double offered = bySite.get(point.siteId());
            if (offered != null
                    && isOfferedThere(point)
                    && demand.find(point.communeCode()).isPresent()) {
                places.add(new Place(point.siteId().toString(), point.position()));
                consultations.add(offered);
            }
        }
        return new Offer(
                Offer.Origin.AGENDAS,
                "",
                false,
                new Places(places),
                consultations.stream().mapToDouble(Double::doubleValue).toArray());
    }

    /** A place that says what it gives, and not this, keeps an agenda for something else: a bench for tests. */
    private static boolean isOfferedThere(PointOfCare point) {
        return point.services().isEmpty() || point.services().contains(GENERAL_PRACTICE);
    }

    private static boolean isSalaried(PointOfCare point) {
        return point.kind() == SiteKind.HEALTH_CENTRE || point.kind() == SiteKind.ANTENNA;
    }

    private Map<UUID, List<Offered>> offered() {
        Instant now = clock.instant();
        return jdbc
                .sql(SLOTS)
                .param("service", GENERAL_PRACTICE)
                .param("from", Sql.utc(now))
                .param("to", Sql.utc(now.plus(SEEN)))
                .query((row, number) -> new Offered(
                        row.getObject("practitioner_id", UUID.class),
                        row.getObject("site_id", UUID.class),
                        row.getInt("slots") * YEAR / SEEN.toDays()))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Offered::practitionerId));
    }

    private record Offered(UUID practitionerId, UUID siteId, double acts) {}
}
