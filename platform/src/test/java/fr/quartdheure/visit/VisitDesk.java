package fr.quartdheure.visit;

import com.zaxxer.hikari.HikariDataSource;
import fr.quartdheure.account.ContactProofs;
import fr.quartdheure.atlas.travel.Position;
import fr.quartdheure.directory.Address;
import fr.quartdheure.directory.Gender;
import fr.quartdheure.directory.Organization;
import fr.quartdheure.directory.OrganizationKind;
import fr.quartdheure.directory.Organizations;
import fr.quartdheure.directory.Practitioner;
import fr.quartdheure.directory.Practitioners;
import fr.quartdheure.directory.Provenance;
import fr.quartdheure.directory.Site;
import fr.quartdheure.directory.SiteKind;
import fr.quartdheure.directory.Sites;
import fr.quartdheure.geo.Commune;
import fr.quartdheure.geo.Communes;
import fr.quartdheure.patient.Identity;
import fr.quartdheure.patient.Patients;
import fr.quartdheure.patient.Sex;
import fr.quartdheure.support.SettableClock;
import fr.quartdheure.support.TestDatabase;
import fr.quartdheure.time.Paris;
import fr.quartdheure.visit.RoundOpening.Opened;
import fr.quartdheure.visit.VisitRound.Pause;
import fr.quartdheure.web.WebSettings;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The module on a fresh database, with transactions as in the application and a clock that stands on Monday 23 November
 * 2026, 7:00 in Paris. One base, and places 10 kilometres apart to the north of it: 16 minutes from each to the next.
 */
final class VisitDesk implements AutoCloseable {

    static final LocalDate MONDAY = LocalDate.parse("2026-11-23");
    static final LocalTime NINE = LocalTime.of(9, 0);
    static final LocalTime NOON = LocalTime.NOON;

    final SettableClock clock = new SettableClock(at("07:00"));
    final List<Object> events = new CopyOnWriteArrayList<>();
    final JdbcClient jdbc;
    final UUID organization = UUID.randomUUID();
    final UUID site = UUID.randomUUID();

    private final HikariDataSource pool = new HikariDataSource();
    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    private final AtomicInteger number = new AtomicInteger();

    VisitDesk() {
        pool.setDataSource(TestDatabase.fresh());
        pool.setMaximumPoolSize(8);
        jdbc = JdbcClient.create(pool);
        wire();
        get(Communes.class)
                .saveAll(List.of(new Commune("66001", "Ici", List.of("66100"), 900, 42.7, 2.9, null, false)));
        get(Organizations.class)
                .add(new Organization(
                        organization, "Maison", OrganizationKind.MSP, null, null, null, Provenance.LOCAL));
        get(Sites.class)
                .add(new Site(
                        site,
                        organization,
                        "Maison",
                        SiteKind.MSP,
                        null,
                        new Address("1 rue Haute", "66100", "66001", "Ici"),
                        new Position(42.7, 2.9),
                        null,
                        true,
                        null,
                        null,
                        false,
                        24,
                        Provenance.LOCAL));
    }

    @EnableTransactionManagement(proxyTargetClass = true)
    private static final class Transactions {}

    private void wire() {
        var manager = new JdbcTransactionManager(pool);
        context.register(Transactions.class, ContactProofs.class);
        context.registerBean(Clock.class, () -> clock);
        context.registerBean(JdbcClient.class, () -> jdbc);
        context.registerBean(NamedParameterJdbcTemplate.class, () -> new NamedParameterJdbcTemplate(pool));
        context.registerBean(JdbcTransactionManager.class, () -> manager);
        context.registerBean(TransactionTemplate.class, () -> new TransactionTemplate(manager));
        context.registerBean(WebSettings.class, () -> new WebSettings(false, 60));
        context.scan(
                "fr.quartdheure.visit",
                "fr.quartdheure.scheduling",
                "fr.quartdheure.directory",
                "fr.quartdheure.geo",
                "fr.quartdheure.patient");
        context.addApplicationListener((PayloadApplicationEvent<?> event) -> events.add(event.getPayload()));
        context.refresh();
    }

    <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    static Instant at(String time) {
        return MONDAY.atTime(LocalTime.parse(time)).atZone(Paris.ZONE).toInstant();
    }

    UUID professional(String profession) {
        var id = UUID.randomUUID();
        get(Practitioners.class)
                .add(new Practitioner(
                        id,
                        null,
                        "Vidal" + (char) ('a' + number.incrementAndGet() % 26),
                        "Claire",
                        Gender.FEMALE,
                        profession,
                        null,
                        List.of("fr"),
                        false,
                        Provenance.LOCAL));
        return id;
    }

    UUID patient() {
        var identity = new Identity("Pons", "Léa", LocalDate.parse("1940-04-01"), Sex.FEMALE);
        return get(Patients.class)
                .add(identity, null, "+33639980" + (100 + number.incrementAndGet() % 900), "secretary")
                .id();
    }

    /** From nine to noon, without a pause. */
    UUID round(UUID practitioner) {
        return ((Opened.Open) open(practitioner, NINE, NOON, null)).roundId();
    }

    Opened open(UUID practitioner, LocalTime starts, LocalTime ends, @Nullable Pause lunch) {
        return get(RoundOpening.class)
                .open(new VisitRound(
                        UUID.randomUUID(),
                        organization,
                        practitioner,
                        site,
                        MONDAY,
                        starts,
                        ends,
                        lunch,
                        null,
                        null,
                        null,
                        List.of()));
    }

    /** Asked for on Monday, of 20 minutes, so many times 10 kilometres to the north of the base. */
    UUID request(int tens, LocalTime from, LocalTime until) {
        return request(wanted(tens, from, until, null));
    }

    UUID request(Wanted wanted) {
        return get(Asking.class).ask(organization, wanted, List.of(patient()));
    }

    static Wanted wanted(int tens, LocalTime from, LocalTime until, @Nullable String profession) {
        return new Wanted(
                null,
                tens + " rue Basse",
                "66001",
                42.7 + tens * 0.0899322,
                2.9,
                null,
                MONDAY,
                from,
                until,
                20,
                Urgency.ROUTINE,
                null,
                profession,
                null,
                "Code 12B");
    }

    VisitDay day() {
        return get(VisitDays.class).read(organization, MONDAY);
    }

    DayPlan plan() {
        return get(DayPlanning.class).plan(organization, MONDAY, day().version());
    }

    DayPlan add(UUID request) {
        return get(DayPlanning.class).add(organization, MONDAY, request, day().version());
    }

    Stop stop(UUID request) {
        return day().stopOf(request).orElseThrow();
    }

    VisitRound roundOf(UUID id) {
        return day().round(id).orElseThrow();
    }

    @Override
    public void close() {
        context.close();
        pool.close();
    }
}
