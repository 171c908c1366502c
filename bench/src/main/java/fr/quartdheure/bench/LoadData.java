package fr.quartdheure.bench;

import fr.quartdheure.atlas.travel.Position;
import fr.quartdheure.atlas.travel.TravelEstimate;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/**
 * Fills an empty real database: 100 sites, 1,000 practitioners each in a room of her own, their slots over the next 50
 * days, three in ten of them booked. Twenty sites and 200 practitioners are within a quarter of an hour of
 * {@link #COMMUNE}; one site far away has 25 practitioners. Everything is deterministic but the ids of slots.
 */
final class LoadData {

    /** Where everybody in the measurements lives. */
    static final String COMMUNE = "66136";

    static final int SITES = 100;
    static final int NEAR_SITES = 20;
    static final int BOARD_SITE = 21;
    static final int DAYS = 50;

    private static final int PRACTITIONERS = 1000;
    private static final int BATCH = 25;
    private static final double SEARCHED_LAT = 42.6954;
    private static final double SEARCHED_LON = 2.8796;

    private static final String DIRECTORY = """
            insert into directory.organization (id, name, kind, origin)
            values (bench_id('organization', 0), 'Groupement de mesure', 'gip', 'local');
            insert into directory.practitioner (id, family_name, given_name, gender, profession, origin)
            select bench_id('practitioner', n), 'Mesure ' || translate(n::text, '0123456789', 'abcdefghij'), 'Camille',
              'unknown', '10', 'local'
            from generate_series(1, 1000) as n;
            insert into directory.practitioner_role (practitioner_id, site_id, position)
            select bench_id('practitioner', n), bench_id('site', bench_site(n)), n % 25
            from generate_series(1, 1000) as n;
            insert into directory.room (id, site_id, name, kind, position)
            select bench_id('room', n), bench_id('site', bench_site(n)), 'Cabinet ' || n, 'consulting', n % 25
            from generate_series(1, 1000) as n;
            insert into directory.site_service (site_id, service_code)
            select bench_id('site', n), 'general-practice' from generate_series(1, 100) as n;
            insert into directory.opening_hours (site_id, weekday, opens, closes)
            select bench_id('site', n), weekday, '08:00', '20:00'
            from generate_series(1, 100) as n, generate_series(1, 7) as weekday;
            insert into patient.patient (id, birth_name, first_names, birth_date, sex, origin)
            select bench_id('patient', n), 'Personne ' || translate(n::text, '0123456789', 'abcdefghij'), 'Dominique',
              date '1950-01-01' + n, 'unknown', 'secretary'
            from generate_series(0, 29999) as n;
            insert into patient.known_at (patient_id, organization_id)
            select bench_id('patient', n), bench_id('organization', 0) from generate_series(0, 29999) as n;
            """;
    private static final String FUNCTIONS = """
            create function bench_id(text, int) returns uuid language sql immutable parallel safe
              return md5('bench ' || $1 || ' ' || $2)::uuid;
            create function bench_site(int) returns int language sql immutable parallel safe
              return case when $1 <= 200 then 1 + ($1 - 1) / 10 when $1 <= 225 then 21 else 22 + ($1 - 226) % 79 end;
            """;
    private static final String ADD_SITE = """
            insert into directory.site
              (id, organization_id, name, kind, commune_code, city, lat, lon, wheelchair, origin)
            values (bench_id('site', ?), bench_id('organization', 0), ?, 'health-centre', ?, 'Mesure', ?, ?,
              true, 'local')
            """;
    private static final String ADD_PLACE = """
            insert into geo.place (id, commune_code, lat, lon) values (bench_id('site', ?), ?, ?, ?)
            """;
    private static final String ADD_TRAVEL = """
            insert into geo.travel (origin_code, place_id, minutes)
            select t.code, bench_id('site', t.site), t.minutes
            from unnest(?::text[], ?::int[], ?::real[]) as t (code, site, minutes)
            """;
    private static final String ADD_RULES = """
            insert into scheduling.availability_rule (id, practitioner_id, site_id, room_id, service_code, kind, mode,
              weekday, starts, ends, slot_minutes, valid_from)
            select bench_id('rule', n * 7 + weekday), bench_id('practitioner', n), bench_id('site', bench_site(n)),
              bench_id('room', n), 'general-practice', 'scheduled', 'on-site', weekday, '08:00',
              time '08:00' + make_interval(mins => 15 * ?), 15, current_date
            from generate_series(1, 1000) as n, generate_series(1, 7) as weekday
            """;
    private static final String ADD_SLOTS = """
            insert into scheduling.slot (rule_id, practitioner_id, site_id, room_id, service_code, kind, mode,
              start_at, end_at, window_end, online)
            select bench_id('rule', n * 7 + extract(isodow from day)::int), bench_id('practitioner', n),
              bench_id('site', bench_site(n)), bench_id('room', n), 'general-practice', 'scheduled', 'on-site',
              (day + make_interval(mins => 480 + 15 * step)) at time zone 'Europe/Paris',
              (day + make_interval(mins => 495 + 15 * step)) at time zone 'Europe/Paris',
              (day + make_interval(mins => 480 + 15 * ?)) at time zone 'Europe/Paris', true
            from generate_series(?, ?) as n, generate_series(0, ? - 1) as step,
              (select (current_date + d)::timestamp from generate_series(1, 50) as d) as days (day)
            """;
    // The same patient never sees two practitioners of one quarter hour: number, then position in time.
    private static final String ADD_APPOINTMENTS = """
            insert into scheduling.appointment (id, slot_id, practitioner_id, site_id, room_id, service_code,
              reason_code, kind, mode, start_at, end_at, status, origin, patient_id, person_key, booked_at)
            select gen_random_uuid(), s.id, s.practitioner_id, s.site_id, s.room_id, s.service_code, 'consultation',
              s.kind, s.mode, s.start_at, s.end_at, 'booked', 'secretary', p.id, p.id, now()
            from generate_series(?, ?) as n
            join scheduling.slot s on s.practitioner_id = bench_id('practitioner', n)
            cross join lateral (select (extract(epoch from s.start_at) / 900)::int as quarter) as q
            cross join lateral (select bench_id('patient', (n + q.quarter % 30 * 1000) % 30000) as id) as p
            where (n * 7 + q.quarter * 13 + q.quarter / 20 * 3) % 10 < 3
            """;
    private static final String ADD_OCCUPATIONS = """
            insert into scheduling.occupation (resource_kind, resource_id, during, cause, appointment_id)
            select r.kind, r.id, tstzrange(a.start_at, a.end_at), 'appointment', a.id
            from generate_series(?, ?) as n
            join scheduling.appointment a on a.practitioner_id = bench_id('practitioner', n)
            cross join lateral (values ('practitioner', a.practitioner_id), ('room', a.room_id),
              ('patient', a.person_key)) as r (kind, id)
            """;

    private final Connection database;
    private final int perDay;

    private LoadData(Connection database, int perDay) {
        this.database = database;
        this.perDay = perDay;
    }

    /** @param slots 1,000 practitioners × 50 days × so many a day: 1,000,000 is 20 a day, 50,000 is one */
    static void load(Connection database, int slots) throws SQLException {
        var loading = new LoadData(database, slots / PRACTITIONERS / DAYS);
        if (loading.number("select count(*) from geo.commune") == 0) {
            loading.communes();
        }
        loading.execute(FUNCTIONS);
        loading.directory();
        loading.agendas();
        loading.check(slots);
        loading.execute("drop function bench_site(int)");
    }

    private void communes() throws SQLException {
        var random = new Random(66);
        String[] starts = {"Saint", "Sainte", "Ville", "Mont", "Font", "Cast", "Roque", "Puy", "Val", "Camp", "Bel"};
        String[] middles = {"er", "an", "ol", "ar", "ign", "ess", "our", "and", "ell", "ac", "iv", "on"};
        String[] ends = {"ac", "an", "ières", "ols", "ville", "argues", "ens", "y", "oux", "et", "as", "ède"};
        String[] tails = {"", "", "", "-sur-Têt", "-les-Bains", "-en-Forêt", "-le-Vieux", "-la-Rivière"};
        try (var insert = database.prepareStatement("""
                insert into geo.commune (code, name, postal_codes, population, lat, lon, department)
                values (?, ?, array[?], ?, ?, ?, ?) on conflict do nothing
                """)) {
            for (int n = 0; n < 34_900; n++) {
                String department = String.format("%02d", 1 + n % 95 + (n % 95 >= 19 ? 1 : 0));
                String name = pick(random, starts)
                        + pick(random, middles)
                        + pick(random, middles)
                        + pick(random, ends)
                        + pick(random, tails);
                insert.setString(1, department + String.format("%03d", 1 + n / 95));
                insert.setString(2, name);
                insert.setString(3, department + String.format("%03d", random.nextInt(100) * 10));
                insert.setInt(4, (int) Math.exp(3 + random.nextGaussian() * 1.5 + 3));
                insert.setDouble(5, 42.5 + random.nextDouble() * 8);
                insert.setDouble(6, -1.5 + random.nextDouble() * 8.5);
                insert.setString(7, department);
                insert.addBatch();
            }
            insert.executeBatch();
        }
        execute("update geo.commune set name = 'Perpignan', postal_codes = '{66000,66100}', population = 120000, "
                + "lat = " + SEARCHED_LAT + ", lon = " + SEARCHED_LON + " where code = '" + COMMUNE + "'");
        execute("analyze geo.commune");
    }

    private void directory() throws SQLException {
        String[] statements = DIRECTORY.split(";\\s*\n", 2);
        execute(statements[0]);
        List<Position> sites = sites();
        execute(statements[1]);
        travels(sites);
    }

    /** Twenty in a ring of 3 km around the searched commune, the next twenty at 20 km, the others over the country. */
    private List<Position> sites() throws SQLException {
        var sites = new ArrayList<Position>();
        var random = new Random(15);
        try (var site = database.prepareStatement(ADD_SITE);
                var place = database.prepareStatement(ADD_PLACE)) {
            for (int n = 1; n <= SITES; n++) {
                double radius = n <= NEAR_SITES ? 0.027 : 0.18;
                double angle = n * 2 * Math.PI / NEAR_SITES;
                var position = n <= 2 * NEAR_SITES
                        ? new Position(SEARCHED_LAT + radius * Math.sin(angle), SEARCHED_LON + radius * Math.cos(angle))
                        : new Position(43.6 + random.nextDouble() * 6, -0.5 + random.nextDouble() * 6);
                sites.add(position);
                site.setInt(1, n);
                site.setString(2, "Centre de mesure " + n);
                site.setString(3, COMMUNE);
                site.setDouble(4, position.lat());
                site.setDouble(5, position.lon());
                site.executeUpdate();
                place.setInt(1, n);
                place.setString(2, COMMUNE);
                place.setDouble(3, position.lat());
                place.setDouble(4, position.lon());
                place.executeUpdate();
            }
        }
        return sites;
    }

    private void travels(List<Position> sites) throws SQLException {
        var codes = new ArrayList<String>();
        var numbers = new ArrayList<Integer>();
        var minutes = new ArrayList<Float>();
        try (var communes = database.createStatement().executeQuery("select code, lat, lon from geo.commune");
                var add = database.prepareStatement(ADD_TRAVEL)) {
            while (communes.next()) {
                var from = new Position(communes.getDouble(2), communes.getDouble(3));
                for (int n = 0; n < sites.size(); n++) {
                    double needed =
                            TravelEstimate.between(from, sites.get(n), false).minutes();
                    if (needed <= 60) {
                        codes.add(communes.getString(1));
                        numbers.add(n + 1);
                        minutes.add((float) needed);
                    }
                }
            }
            add.setArray(1, database.createArrayOf("text", codes.toArray()));
            add.setArray(2, database.createArrayOf("int4", numbers.toArray()));
            add.setArray(3, database.createArrayOf("float4", minutes.toArray()));
            add.executeUpdate();
        }
    }

    private void agendas() throws SQLException {
        try (var rules = database.prepareStatement(ADD_RULES)) {
            rules.setInt(1, perDay);
            rules.executeUpdate();
        }
        execute("analyze directory.site; analyze directory.practitioner; analyze scheduling.availability_rule");
        // Four million references to rows just made, and a flag that cannot be wrong while nobody is busy: unchecked
        // here, looked at in check().
        execute("set session_replication_role = replica");
        try (var slots = database.prepareStatement(ADD_SLOTS)) {
            slots.setInt(1, perDay);
            slots.setInt(4, perDay);
            inBatches("slots", slots, 2);
        }
        execute("set session_replication_role = origin");
        execute("analyze scheduling.slot");
        try (var appointments = database.prepareStatement(ADD_APPOINTMENTS)) {
            inBatches("appointments", appointments, 1);
        }
        execute("analyze scheduling.appointment");
        try (var occupations = database.prepareStatement(ADD_OCCUPATIONS)) {
            inBatches("occupations", occupations, 1);
        }
        for (String table : List.of("scheduling.slot", "scheduling.appointment", "scheduling.occupation")) {
            execute("vacuum analyze " + table);
        }
        execute("analyze; checkpoint");
    }

    private void inBatches(String what, PreparedStatement statement, int from) throws SQLException {
        long begun = System.nanoTime();
        for (int n = 1; n <= PRACTITIONERS; n += BATCH) {
            statement.setInt(from, n);
            statement.setInt(from + 1, n + BATCH - 1);
            statement.executeUpdate();
        }
        System.err.printf("loaded %s in %.1f s%n", what, (System.nanoTime() - begun) / 1e9);
    }

    /** A measurement on other data than it says would be worth nothing. */
    private void check(int slots) throws SQLException {
        expect(slots, "select count(*) from scheduling.slot");
        expect(NEAR_SITES, "select count(*) from geo.travel where minutes <= 15 and origin_code = '" + COMMUNE + "'");
        expect(200, """
                select count(*) from directory.practitioner_role r
                join geo.travel t on t.place_id = r.site_id and t.minutes <= 15 and t.origin_code = '66136'
                """);
        expect(slots, """
                select count(*) from scheduling.slot s join scheduling.availability_rule r
                  on r.id = s.rule_id
                  and (r.practitioner_id, r.site_id, r.room_id) = (s.practitioner_id, s.site_id, s.room_id)
                """);
        expect(25, "select count(*) from directory.practitioner_role where site_id = bench_id('site', 21)");
        expect(0, """
                select count(*) from scheduling.slot s where s.free = exists (select from scheduling.occupation o
                  where o.resource_kind = 'practitioner' and o.resource_id = s.practitioner_id
                    and o.during && tstzrange(s.start_at, s.end_at))
                """);
        long booked = number("select count(*) from scheduling.slot where not free");
        System.err.printf("%d slots, %.1f %% booked%n", slots, 100.0 * booked / slots);
        if (Math.abs(booked - 0.3 * slots) > 0.03 * slots) {
            throw new IllegalStateException("booked: " + booked + " of " + slots);
        }
    }

    private void expect(long wanted, String question) throws SQLException {
        long found = number(question);
        if (found != wanted) {
            throw new IllegalStateException("expected " + wanted + ", found " + found + ": " + question);
        }
    }

    private long number(String question) throws SQLException {
        try (var statement = database.createStatement();
                var row = statement.executeQuery(question)) {
            row.next();
            return row.getLong(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (var statement = database.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The id of a thing that this class made. */
    static UUID id(Connection database, String kind, int number) throws SQLException {
        try (var statement = database.prepareStatement("select md5('bench ' || ? || ' ' || ?)::uuid")) {
            statement.setString(1, kind);
            statement.setInt(2, number);
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getObject(1, UUID.class);
            }
        }
    }

    private static String pick(Random random, String[] words) {
        return words[random.nextInt(words.length)];
    }
}
