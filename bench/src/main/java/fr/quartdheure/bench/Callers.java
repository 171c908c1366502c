package fr.quartdheure.bench;

import fr.quartdheure.bench.Load.Timed;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A secretary looks for people among a million whom her organisation knows. */
final class Callers {

    private static final int PEOPLE = 1_000_000;
    private static final int FEW = 50_000;
    private static final int AT_ONCE = 100_000;

    // 8,000 family names and 576 first names, the first ones of each list far more often than the last.
    private static final String ADD = """
            insert into patient.patient (id, birth_name, first_names, birth_date, sex, origin)
            select bench_id('caller', n),
              initcap(s[1 + a % 20] || s[1 + a / 20 % 20] || s[1 + a / 400 % 20]),
              initcap(s[1 + b % 24] || s[1 + b / 24 % 24]),
              date '1930-01-01' + (hashint4(n * 7 + 1) & 32767), 'unknown', 'secretary'
            from generate_series(?, ?) as n,
              (select array['bar', 'mon', 'ri', 'la', 'des', 'cam', 'ver', 'pi', 'gue', 'rou', 'sa', 'lem', 'bo', 'nar',
                'qui', 'ta', 'mil', 'fer', 'do', 'lan', 'zé', 'hou', 'ju', 'xa'] as s) as syllables,
              lateral (select (8000 * power((hashint4(n) & 65535) / 65536.0, 2))::int % 8000 as a,
                (576 * power((hashint4(n * 3 + 2) & 65535) / 65536.0, 2))::int % 576 as b) as drawn
            on conflict do nothing
            """;
    private static final String KNOW = """
            insert into patient.known_at (patient_id, organization_id)
            select bench_id('caller', n), bench_id('organization', 0) from generate_series(?, ?) as n
            on conflict do nothing
            """;
    private static final String SOME = """
            select birth_name, first_names from patient.patient
            where id in (select bench_id('caller', n * 997) from generate_series(1, 200) as n)
            """;

    private final Application node;
    private final boolean small;
    private final List<Figure> figures;

    Callers(Application node, boolean small, List<Figure> figures) {
        this.node = node;
        this.small = small;
        this.figures = figures;
    }

    void run(Client secretary, String path) throws IOException, SQLException {
        List<String> typed;
        try (Connection database = node.connect()) {
            typed = typed(database);
        }
        var nanos = new long[typed.size()];
        for (int number = -nanos.length; number < nanos.length; number++) {
            String asked = URLEncoder.encode(typed.get(Math.floorMod(number, nanos.length)), StandardCharsets.UTF_8);
            long begun = System.nanoTime();
            secretary.get(path + "/patients?q=" + asked).expect(200);
            if (number >= 0) {
                nanos[number] = System.nanoTime() - begun;
            }
        }
        var timed = new Timed(1, nanos);
        System.err.printf("callers: median %.1f ms, p99 %.1f ms%n", timed.millis(0.5), timed.millis(0.99));
        figures.add(Figure.atMost(
                "a caller found among " + (small ? FEW : PEOPLE) + ", p95 over HTTP, one at a time",
                timed.millis(0.95),
                "ms",
                30));
    }

    /** Before anybody signs in: it takes longer than a connection is kept. */
    void fill(Connection database) throws SQLException {
        int people = small ? FEW : PEOPLE;
        for (int from = 0; from < people; from += AT_ONCE) {
            for (String statement : List.of(ADD, KNOW)) {
                try (var add = database.prepareStatement(statement)) {
                    add.setInt(1, from);
                    add.setInt(2, Math.min(people, from + AT_ONCE) - 1);
                    add.executeUpdate();
                }
            }
        }
        try (var vacuum = database.createStatement()) {
            vacuum.execute("vacuum analyze patient.patient");
            vacuum.execute("vacuum analyze patient.known_at");
            vacuum.execute("vacuum analyze patient.name_word");
            vacuum.execute("vacuum analyze patient.spelling");
        }
    }

    /** Three letters, a name, a name with a letter missing, first and last name, both with a mistake. */
    private static List<String> typed(Connection database) throws SQLException {
        var random = new Random(11);
        var typed = new ArrayList<String>();
        try (var statement = database.createStatement();
                var rows = statement.executeQuery(SOME)) {
            while (rows.next()) {
                String family = rows.getString(1);
                String first = rows.getString(2);
                typed.addAll(List.of(
                        family.substring(0, 3),
                        family,
                        mistaken(family, random),
                        first + " " + family,
                        mistaken(first, random) + " " + mistaken(family, random)));
            }
        }
        return typed;
    }

    private static String mistaken(String word, Random random) {
        return new StringBuilder(word)
                .deleteCharAt(1 + random.nextInt(word.length() - 1))
                .toString();
    }
}
