package fr.quartdheure.desk.secretary.visits;

import fr.quartdheure.directory.Practitioner;
import fr.quartdheure.geo.Commune;
import fr.quartdheure.geo.Communes;
import fr.quartdheure.visit.Urgency;
import fr.quartdheure.visit.Wanted;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What was typed to ask for a visit; nothing of it is lost when something is refused. */
public record VisitForm(
        @Nullable String placeName,
        @Nullable String address,
        @Nullable String place,
        @Nullable String commune,
        @Nullable String position,
        @Nullable String phone,
        @Nullable String on,
        @Nullable String from,
        @Nullable String until,
        @Nullable String minutes,
        @Nullable String urgency,
        @Nullable String urgencyBy,
        @Nullable String profession,
        @Nullable String practitioner,
        @Nullable String note) {

    private static final Pattern POSITION =
            Pattern.compile("(-?\\d{1,2}(?:\\.\\d+)?)\\s*[,; ]\\s*(-?\\d{1,3}(?:\\.\\d+)?)");
    private static final Pattern PHONE = Pattern.compile("(?:\\+33|0033|0)[1-9]\\d{8}");
    private static final int LONGEST_ADDRESS = 200;
    private static final int LONGEST_NAME = 120;

    static VisitForm fresh(LocalDate day) {
        return new VisitForm("", "", "", "", "", "", day.toString(), "09:00", "12:00", "30", "routine", "", "", "", "");
    }

    /** As it was asked before: to change it, or to ask for the same person again. */
    static VisitForm of(Wanted wanted, String town, @Nullable LocalDate day) {
        return new VisitForm(
                wanted.placeName(),
                wanted.address(),
                town,
                wanted.communeCode(),
                wanted.lat() == null ? "" : wanted.lat() + ", " + wanted.lon(),
                wanted.phone(),
                day == null ? "" : day.toString(),
                wanted.from().toString(),
                wanted.until().toString(),
                String.valueOf(wanted.minutes()),
                wanted.urgency().code(),
                wanted.urgencyBy() == null ? "" : wanted.urgencyBy().toString(),
                wanted.profession(),
                wanted.practitionerId() == null ? "" : wanted.practitionerId().toString(),
                wanted.note());
    }

    /** By name, or empty: what stands in a field. */
    public String value(String field) {
        String found = switch (field) {
            case "placeName" -> placeName;
            case "address" -> address;
            case "place" -> place;
            case "commune" -> commune;
            case "position" -> position;
            case "phone" -> phone;
            case "on" -> on;
            case "from" -> from;
            case "until" -> until;
            case "minutes" -> minutes;
            case "urgency" -> urgency;
            case "urgencyBy" -> urgencyBy;
            case "profession" -> profession;
            case "practitioner" -> practitioner;
            case "note" -> note;
            default -> throw new IllegalArgumentException("no field " + field);
        };
        return found == null ? "" : found.strip();
    }

    Read read(Communes communes, List<Practitioner> team, int people) {
        return new Reading(this, communes, team, people).read();
    }

    /** What came of it: a visit that can be asked for, or why not, field by field. */
    public record Read(VisitForm form, @Nullable Wanted wanted, Map<String, String> refusals) {

        public @Nullable String refusal(String field) {
            return refusals.get(field);
        }
    }

    /** Reads one form; each method looks at one field and writes down what is wrong with it. */
    private static final class Reading {

        private final VisitForm form;
        private final Communes communes;
        private final List<Practitioner> team;
        private final int people;
        private final Map<String, String> refusals = new LinkedHashMap<>();

        Reading(VisitForm form, Communes communes, List<Practitioner> team, int people) {
            this.form = form;
            this.communes = communes;
            this.team = team;
            this.people = people;
        }

        Read read() {
            check("placeName", (people < 2 || !text("placeName").isEmpty()) && isShort("placeName", LONGEST_NAME));
            check("address", !text("address").isEmpty() && isShort("address", LONGEST_ADDRESS));
            Optional<String> commune = commune();
            check("place", commune.isPresent());
            Matcher position = POSITION.matcher(text("position"));
            check("position", text("position").isEmpty() || (position.matches() && isOnEarth(position)));
            check("phone", text("phone").isEmpty() || phone().isPresent());
            check("on", text("on").isEmpty() || day().isPresent());
            checkHours();
            check("minutes", minutes().isPresent());
            check(
                    "urgencyBy",
                    urgency() == Urgency.ROUTINE || member("urgencyBy").isPresent());
            check(
                    "practitioner",
                    text("practitioner").isEmpty() || member("practitioner").isPresent());
            check("note", isShort("note", Wanted.LONGEST_NOTE));
            return new Read(form, refusals.isEmpty() ? wanted(commune.orElseThrow(), position) : null, refusals);
        }

        private Wanted wanted(String commune, Matcher position) {
            boolean located = position.matches();
            return new Wanted(
                    orNull("placeName"),
                    text("address"),
                    commune,
                    located ? Double.valueOf(position.group(1)) : null,
                    located ? Double.valueOf(position.group(2)) : null,
                    phone().orElse(null),
                    day().orElse(null),
                    hour("from").orElseThrow(),
                    hour("until").orElseThrow(),
                    minutes().orElseThrow(),
                    urgency(),
                    urgency() == Urgency.ROUTINE ? null : member("urgencyBy").orElseThrow(),
                    orNull("profession"),
                    member("practitioner").orElse(null),
                    orNull("note"));
        }

        private void check(String field, boolean good) {
            if (!good) {
                refusals.put(field, "visit.ask.refused." + field);
            }
        }

        private void checkHours() {
            check("from", hour("from").isPresent());
            check(
                    "until",
                    hour("until")
                            .filter(until ->
                                    hour("from").filter(until::isBefore).isEmpty())
                            .isPresent());
        }

        /** What the list gave, else the only commune of this name. */
        private Optional<String> commune() {
            String typed = text("place");
            Optional<Commune> chosen = communes.find(text("commune"));
            if (chosen.isPresent() && (typed.isEmpty() || chosen.get().name().equals(typed))) {
                return chosen.map(Commune::code);
            }
            List<Commune> found = typed.isEmpty() ? List.of() : communes.search(typed, 2);
            return found.stream()
                    .filter(one -> found.size() == 1 || one.name().equalsIgnoreCase(typed))
                    .map(Commune::code)
                    .findFirst();
        }

        private static boolean isOnEarth(Matcher position) {
            return Math.abs(Double.parseDouble(position.group(1))) <= 90
                    && Math.abs(Double.parseDouble(position.group(2))) <= 180;
        }

        private Optional<String> phone() {
            String digits = text("phone").replaceAll("[\\s\u00a0\u202f.()/-]", "");
            return PHONE.matcher(digits).matches()
                    ? Optional.of("+33" + digits.substring(digits.length() - 9))
                    : Optional.empty();
        }

        private Optional<LocalDate> day() {
            try {
                return text("on").isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text("on")));
            } catch (DateTimeException e) {
                return Optional.empty();
            }
        }

        private Optional<LocalTime> hour(String field) {
            return RoundForm.time(text(field));
        }

        private Optional<Integer> minutes() {
            return Optional.of(text("minutes"))
                    .filter(text -> text.matches("\\d{1,3}"))
                    .map(Integer::parseInt)
                    .filter(number -> number >= Wanted.LEAST_MINUTES && number <= Wanted.MOST_MINUTES);
        }

        private Urgency urgency() {
            return Urgency.find(text("urgency")).orElse(Urgency.ROUTINE);
        }

        private Optional<UUID> member(String field) {
            return team.stream()
                    .map(Practitioner::id)
                    .filter(id -> id.toString().equals(text(field)))
                    .findFirst();
        }

        private boolean isShort(String field, int longest) {
            return text(field).length() <= longest;
        }

        private @Nullable String orNull(String field) {
            return text(field).isEmpty() ? null : text(field);
        }

        private String text(String field) {
            return form.value(field);
        }
    }
}
