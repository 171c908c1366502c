package fr.quartdheure.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** The fictitious people of the demonstration; the same day always gives the same people. */
public final class Population {
    private static final long SEED = 66_136L;

    private final long seed;
    private final LocalDate today;
    private final List<Staff> staff;
    private final List<Practitioner> practitioners;
    private final List<Role> roles;
    private final Roster roster;

    private Population(long seed, LocalDate today) {
        this.seed = seed;
        this.today = today;
        this.staff = Table.read(
                "staff.csv",
                row -> new Staff(row.text("login"), row.text("name"), row.text("role"), row.list("sites")));
        this.practitioners = Professionals.draw(new SplittableRandom(seed), staff);
        List<Post> posts = Post.list();
        this.roles = roles(posts);
        this.roster = new Roster(posts);
    }

    /** The people as they are on a day: only the patients' birth dates depend on it. */
    public static Population on(LocalDate today) {
        return new Population(SEED, today);
    }

    public List<Practitioner> practitioners() {
        return practitioners;
    }

    public List<Role> roles() {
        return roles;
    }

    public List<Rule> rules() {
        return roster.rules();
    }

    /** Patients numbered from 1; a longer list begins with the shorter one. */
    public List<Person> patients(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> Inhabitants.draw(number, seed, today))
                .toList();
    }

    /** Every account holder who is not a practitioner. */
    public List<Staff> secretaries() {
        return staff;
    }

    /** The account name of a practitioner; unique, because no two of them share a family name. */
    public static String loginOf(Practitioner practitioner) {
        return Names.plain(practitioner.givenName()) + "." + Names.plain(practitioner.familyName());
    }

    Map<String, Double> demandByRule() {
        return roster.demandByRule();
    }

    long seed() {
        return seed;
    }

    /** One role per practitioner and site, that of the first post. */
    private static List<Role> roles(List<Post> posts) {
        Set<String> seen = new HashSet<>();
        List<Role> roles = new ArrayList<>();
        for (Post post : posts) {
            if (seen.add(post.practitionerKey() + " " + post.siteKey())) {
                roles.add(post.role());
            }
        }
        return List.copyOf(roles);
    }
}
