package fr.quartdheure.scheduling;

import com.zaxxer.hikari.HikariDataSource;
import fr.quartdheure.account.Channel;
import fr.quartdheure.account.Contact;
import fr.quartdheure.account.ContactProofRequested;
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
import fr.quartdheure.directory.Room;
import fr.quartdheure.directory.RoomKind;
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
import fr.quartdheure.web.WebSettings;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The module on a fresh database, with transactions as in the application and a clock that stands on Monday 23 November
 * 2026, 8:00 in Paris. One site, and what a test adds.
 */
public final class Agenda implements AutoCloseable {

    public static final LocalDate MONDAY = LocalDate.parse("2026-11-23");
    public static final Instant NOW = at(MONDAY, "08:00");
    /** Here, 20 minutes and 38 minutes away, by the law of the plain. */
    static final List<Commune> COMMUNES = List.of(
            new Commune("66001", "Ici", List.of("66100"), 900, 42.700, 2.9, null, false),
            new Commune("66002", "Près", List.of("66200"), 900, 42.835, 2.9, null, false),
            new Commune("66003", "Loin", List.of("66300"), 900, 43.015, 2.9, null, false));

    public final SettableClock clock = new SettableClock(NOW);
    public final List<Object> events = new CopyOnWriteArrayList<>();
    public final JdbcClient jdbc;
    public final UUID organization = UUID.randomUUID();
    public final UUID site;

    private final HikariDataSource pool = new HikariDataSource();
    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    private final AtomicInteger number = new AtomicInteger();
    private final Map<UUID, String> codes = new ConcurrentHashMap<>();

    public Agenda() {
        this(new String[0]);
    }

    /** @param more packages beside the module and what it stands on */
    public Agenda(String... more) {
        pool.setDataSource(TestDatabase.fresh());
        pool.setMaximumPoolSize(16);
        pool.setMinimumIdle(1);
        pool.setConnectionTimeout(20_000);
        jdbc = JdbcClient.create(pool);
        wire(more);
        get(Communes.class).saveAll(COMMUNES);
        get(Organizations.class)
                .add(new Organization(
                        organization, "Maison", OrganizationKind.MSP, null, null, null, Provenance.LOCAL));
        site = site(COMMUNES.getFirst(), false);
    }

    @EnableTransactionManagement(proxyTargetClass = true)
    private static final class Transactions {}

    private void wire(String... more) {
        var manager = new JdbcTransactionManager(pool);
        context.register(Transactions.class, ContactProofs.class);
        context.registerBean(Clock.class, () -> clock);
        context.registerBean(JdbcClient.class, () -> jdbc);
        context.registerBean(NamedParameterJdbcTemplate.class, () -> new NamedParameterJdbcTemplate(pool));
        context.registerBean(JdbcTransactionManager.class, () -> manager);
        context.registerBean(TransactionTemplate.class, () -> new TransactionTemplate(manager));
        context.registerBean(WebSettings.class, () -> new WebSettings(false, 60));
        context.scan(
                "fr.quartdheure.scheduling",
                "fr.quartdheure.directory",
                "fr.quartdheure.geo",
                "fr.quartdheure.patient");
        if (more.length > 0) {
            context.scan(more);
        }
        context.addApplicationListener((PayloadApplicationEvent<?> event) -> heard(event.getPayload()));
        context.refresh();
    }

    /** The code is drawn where the message would be written. */
    private void heard(Object event) {
        events.add(event);
        if (event instanceof ContactProofRequested requested && requested.appointmentId() != null) {
            codes.put(
                    requested.appointmentId(),
                    get(ContactProofs.class)
                            .issue(requested.proofId())
                            .orElseThrow()
                            .code());
        }
    }

    public <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    public static Instant at(LocalDate day, String time) {
        return day.atTime(LocalTime.parse(time))
                .atZone(fr.quartdheure.time.Paris.ZONE)
                .toInstant();
    }

    public UUID site(Commune commune, boolean opensOnHolidays) {
        var id = UUID.randomUUID();
        get(Sites.class)
                .add(new Site(
                        id,
                        organization,
                        "Maison " + number.incrementAndGet(),
                        SiteKind.MSP,
                        null,
                        new Address("1 rue Haute", commune.postalCodes().getFirst(), commune.code(), commune.name()),
                        new Position(commune.lat(), commune.lon()),
                        null,
                        true,
                        null,
                        null,
                        opensOnHolidays,
                        24,
                        Provenance.LOCAL));
        return id;
    }

    public UUID room() {
        return room(site);
    }

    public UUID room(UUID siteId) {
        var room = new Room(UUID.randomUUID(), siteId, "Cabinet " + number.get(), RoomKind.CONSULTING, 0);
        get(Sites.class).addRooms(List.of(room));
        return room.id();
    }

    public UUID practitioner() {
        var id = UUID.randomUUID();
        get(Practitioners.class)
                .add(new Practitioner(
                        id,
                        null,
                        "Vidal",
                        "Claire",
                        Gender.FEMALE,
                        "10",
                        null,
                        List.of("fr"),
                        false,
                        Provenance.LOCAL));
        return id;
    }

    public Weekly weekly() {
        return weekly(practitioner(), room());
    }

    public Weekly weekly(UUID practitioner, UUID room) {
        return new Weekly(practitioner, site, room);
    }

    public Weekly weeklyIn(UUID siteId) {
        return new Weekly(practitioner(), siteId, room(siteId));
    }

    /** Adds a rule and makes its slots, in order. */
    public List<Slot> open(Weekly weekly) {
        var rule = weekly.rule();
        get(AvailabilityRules.class).addAll(List.of(rule));
        get(Horizon.class).keep(rule.siteId());
        return slots(rule);
    }

    List<Slot> slots(AvailabilityRule rule) {
        return jdbc.sql("select * from scheduling.slot where rule_id = :rule order by start_at")
                .param("rule", rule.id())
                .query(Slots::map)
                .list();
    }

    public boolean isFree(Slot slot) {
        return get(Slots.class).find(slot.id()).orElseThrow().free();
    }

    public int count(String sql) {
        return jdbc.sql(sql).query(Integer.class).single();
    }

    public UUID patient() {
        return get(Patients.class)
                .add(identity("Pons"), null, "+33639980" + (100 + number.incrementAndGet() % 900), "secretary")
                .id();
    }

    /** Somebody new, from an address of her own. */
    Visitor visitor() {
        int n = number.incrementAndGet();
        return new Visitor("visitor-" + n, "192.0.2." + n, false);
    }

    static Identity identity(String name) {
        return new Identity(name, "Léa", LocalDate.parse("1990-04-01"), Sex.FEMALE);
    }

    static BookingRequest request(String name, String email) {
        return new BookingRequest(identity(name), Contact.of(Channel.EMAIL, email), "self", null, false);
    }

    Appointment held(Slot slot, Visitor visitor) {
        return ((Holding.Held) get(Holds.class).hold(slot.id(), "consultation", visitor)).appointment();
    }

    /** Booked by a secretary for a patient. */
    public Appointment booked(Slot slot, UUID patient) {
        return ((Booking.Booked) get(FrontDesk.class).book(slot.id(), patient, "consultation")).appointment();
    }

    /** The code that went out for an appointment. */
    String codeOf(UUID appointmentId) {
        return java.util.Objects.requireNonNull(codes.get(appointmentId), "no code was sent");
    }

    String wrongCodeOf(UUID appointmentId) {
        return codeOf(appointmentId).equals("000000") ? "000001" : "000000";
    }

    @Override
    public void close() {
        context.close();
        pool.close();
    }
}
