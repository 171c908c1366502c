package fr.quartdheure.bench;

import fr.quartdheure.bench.Load.Timed;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** Ten thousand people who would come earlier: what they cost a booking, how soon a freed hour reaches the first. */
final class Waiting {

    private static final int PEOPLE = 10_000;
    private static final int BOOKINGS = 400;
    private static final int FREED = 12;
    private static final String WAIT = """
            insert into waitlist.wish (appointment_id, patient_id, site_id, service_code, mode, notice_minutes,
              earlier_than, asked_at)
            select id, patient_id, site_id, service_code, mode, 60, start_at, now()
            from scheduling.appointment
            where status = 'booked' and start_at > now() + interval '20 days'
            order by site_id <> ?::uuid, start_at limit ?
            on conflict do nothing
            """;
    private static final String FORGET = "delete from waitlist.wish";
    private static final int FIRST_HOUR = 8;
    private static final int LAST_HOUR = 20;
    private static final String SOON = """
            select id from scheduling.appointment where site_id = ?::uuid and status = 'booked'
              and start_at between now() + interval '3 days' and now() + interval '10 days'
            order by start_at limit ?
            """;
    private static final String OFFERED = """
            select count(*) from waitlist.offer o join scheduling.appointment a on a.slot_id = o.slot_id
            where a.id = ?::uuid and o.state = 'open'
            """;

    private final Application node;
    private final Desks desks;
    private final List<Figure> figures;

    Waiting(Application node, Desks desks, List<Figure> figures) {
        this.node = node;
        this.desks = desks;
        this.figures = figures;
    }

    void run(String site) throws IOException, SQLException {
        try (Connection database = node.connect();
                Client secretary = desks.signedIn()) {
            desks.people(database);
            booking(database, secretary, site);
            double without = booking(database, secretary, site).millis(0.5);
            Desks.update(database, WAIT, site, PEOPLE);
            long waiting = Scenarios.number(database, "select count(*) from waitlist.wish");
            double with = booking(database, secretary, site).millis(0.5);
            System.err.printf("a booking: %.2f ms, with %d people waiting %.2f ms%n", without, waiting, with);
            figures.add(Figure.atMost(
                    "what " + waiting + " people waiting add to the median booking", with - without, "ms", 1));
            freed(database, secretary, site);
            Desks.update(database, FORGET);
            desks.forget(database);
        }
    }

    private Timed booking(Connection database, Client secretary, String site) throws IOException, SQLException {
        List<String> slots = desks.free(database, site, BOOKINGS);
        List<String> people = desks.people(database);
        String token = Desks.token(secretary, "/secretary/sites/" + site);
        var nanos = new long[slots.size()];
        for (int number = 0; number < nanos.length; number++) {
            long begun = System.nanoTime();
            Desks.book(secretary, token, site, slots.get(number), people.get(number))
                    .expect(303);
            nanos[number] = System.nanoTime() - begun;
        }
        desks.forget(database);
        return new Timed(1, nanos);
    }

    /** From the click that cancels until the offer stands and its message is written. */
    private void freed(Connection database, Client secretary, String site) throws IOException, SQLException {
        int hour = ZonedDateTime.now(ZoneId.of("Europe/Paris")).getHour();
        if (hour < FIRST_HOUR || hour >= LAST_HOUR) {
            System.err.println("a freed hour: not measured, nothing is offered at night");
            return;
        }
        List<String> leaving = Desks.column(database, SOON, site, FREED);
        String token = Desks.token(secretary, "/secretary/sites/" + site);
        var nanos = new long[leaving.size()];
        for (int number = 0; number < nanos.length; number++) {
            String appointment = leaving.get(number);
            long begun = System.nanoTime();
            Desks.cancel(secretary, token, site, appointment).expect(303);
            while (Desks.column(database, OFFERED, appointment).getFirst().equals("0")
                    && System.nanoTime() - begun < 30_000_000_000L) {
                LockSupport.parkNanos(10_000_000);
            }
            nanos[number] = System.nanoTime() - begun;
        }
        var timed = new Timed(1, nanos);
        System.err.printf("a freed hour offered: half within %.0f ms%n", timed.millis(0.5));
        figures.add(Figure.atMost("a freed hour offered to the first who waits, at most", timed.millis(1), "ms", 5000));
    }
}
