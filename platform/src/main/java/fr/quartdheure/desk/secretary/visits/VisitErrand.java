package fr.quartdheure.desk.secretary.visits;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** Where the secretary stands among visits, and the addresses that lead on from there. */
public record VisitErrand(UUID site, LocalDate day) {

    public String base() {
        return "/secretary/sites/" + site + "/visits";
    }

    public String board() {
        return boardOn(day);
    }

    public String boardOn(LocalDate other) {
        return base() + "?day=" + other;
    }

    public String request(UUID id) {
        return base() + "/requests/" + id;
    }

    public String edit(UUID id) {
        return request(id) + "?day=" + day;
    }

    public String place(UUID id) {
        return request(id) + "/place?day=" + day;
    }

    public String round(UUID id) {
        return base() + "/rounds/" + id;
    }

    public String ask(List<UUID> people) {
        return base() + "/ask?day=" + day + "&people=" + joined(people);
    }

    /** The same people without one. */
    public String askWithout(List<UUID> people, UUID one) {
        return ask(people.stream().filter(id -> !id.equals(one)).toList());
    }

    public static String joined(List<UUID> people) {
        return people.stream().map(UUID::toString).collect(Collectors.joining("."));
    }
}
