package fr.quartdheure.desk.secretary.visits;

import fr.quartdheure.desk.secretary.PatientCard;
import fr.quartdheure.directory.Practitioner;
import fr.quartdheure.directory.Site;
import fr.quartdheure.scheduling.Appointment;
import fr.quartdheure.time.Paris;
import fr.quartdheure.visit.Stop;
import fr.quartdheure.visit.StopState;
import fr.quartdheure.visit.VisitRequest;
import fr.quartdheure.visit.VisitRound;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A day of visits as the secretary sees it.
 *
 * @param version what she looked at, sent back with whatever she changes
 * @param waiting asked for on this day, in no round
 * @param others asked for on earlier days or on none yet
 * @param team who may be sent, of this site
 * @param round what was typed to send somebody
 */
public record VisitBoard(
        VisitErrand errand,
        Site site,
        List<Site> sites,
        LocalDate today,
        int version,
        List<Column> columns,
        List<Waiting> waiting,
        List<Waiting> others,
        List<Practitioner> team,
        RoundForm.Read round,
        @Nullable Said said) {

    private static final Set<String> PROFESSIONS = Set.of("10", "40", "50", "60", "70", "80", "93", "social");

    /** The message that names a profession. */
    public static String profession(String code) {
        return "profession." + (PROFESSIONS.contains(code) ? code : "other");
    }

    public boolean past() {
        return errand.day().isBefore(today);
    }

    public boolean canPlan() {
        return !past()
                && !columns.isEmpty()
                && (!waiting.isEmpty()
                        || columns.stream().flatMap(one -> one.cards().stream()).anyMatch(Card::planned));
    }

    /** One round. */
    public record Column(VisitRound round, String name, String profession, String base, List<Card> cards) {

        public long done() {
            return cards.stream()
                    .filter(card -> card.stop().state() == StopState.DONE)
                    .count();
        }

        /** The pause stands before this card. */
        public boolean lunchBefore(Card card) {
            Instant lunch = round.lunchAt();
            if (lunch == null) {
                return false;
            }
            int index = cards.indexOf(card);
            boolean before = index == 0 || cards.get(index - 1).stop().end().isBefore(lunch.plusSeconds(1));
            return before && card.stop().start().isAfter(lunch);
        }

        public boolean lunchLast() {
            Instant lunch = round.lunchAt();
            return lunch != null
                    && (cards.isEmpty() || !cards.getLast().stop().start().isAfter(lunch));
        }
    }

    /**
     * One stop.
     *
     * @param moved minutes later than before the last change of the plan; negative for earlier, 0 for no news
     * @param from whose round it stood in before that, or null
     * @param why what seeing the next one first would mean, or null
     */
    public record Card(
            Asked asked,
            Stop stop,
            long moved,
            @Nullable String from,
            @Nullable Why why) {

        /** When it came to be as it is; null while it is planned. */
        public @Nullable Instant since() {
            return switch (stop.state()) {
                case PLANNED -> null;
                case LEFT -> stop.leftAt();
                case ARRIVED -> stop.arrivedAt();
                case DONE, NOT_DONE -> stop.endedAt();
            };
        }

        public boolean planned() {
            return stop.state() == StopState.PLANNED;
        }

        /** Minutes after the latest hour that was asked for. */
        public long late() {
            return Math.max(
                    0, Duration.between(asked.until(stop.start()), stop.start()).toMinutes());
        }

        public String style() {
            return switch (stop.state()) {
                case PLANNED -> "";
                case LEFT, ARRIVED -> "in";
                case DONE -> "done";
                case NOT_DONE -> "miss";
            };
        }

        public String icon() {
            return switch (stop.state()) {
                case PLANNED -> "clock";
                case LEFT -> "right";
                case ARRIVED -> "door";
                case DONE -> "ok";
                case NOT_DONE -> "cross";
            };
        }
    }

    /** @param key of the message; its arguments are the next one, minutes or who would be late */
    public record Why(String key, String next, String rest) {}

    /** @param remedies computed for this visit on this day */
    public record Waiting(Asked asked, List<Remedy> remedies) {}

    /** @param key of the message; its arguments are who and at what hour */
    public record Remedy(String key, String who, Instant at) {}

    /**
     * A request with the words to show it.
     *
     * @param people who is to be seen, in order
     * @param named whom it is reserved to, or null
     * @param decidedBy who decided on its urgency, or null
     */
    public record Asked(
            VisitRequest request,
            List<PatientCard> people,
            @Nullable String phone,
            String town,
            @Nullable String named,
            @Nullable String decidedBy) {

        public String title() {
            String place = request.wanted().placeName();
            return place != null
                    ? place
                    : people.isEmpty() ? "" : people.getFirst().name();
        }

        /** "04 68 00 00 00" for a French number, as it is dialled for the others. */
        public String phoneShown() {
            String number = phone == null ? "" : phone;
            return number.matches("\\+33\\d{9}")
                    ? ("0" + number.substring(3)).replaceAll("(\\d\\d)(?=\\d)", "$1\u00a0")
                    : number;
        }

        public long seen() {
            return request.residents().stream()
                    .filter(one -> one.seenAt() != null)
                    .count();
        }

        private Instant until(Instant near) {
            return near.atZone(Paris.ZONE).with(request.wanted().until()).toInstant();
        }
    }

    /**
     * What was just done, said once.
     *
     * @param name whom it is about, when she is shown
     * @param count of visits that changed hands or did not fit
     * @param inTheWay what stands in the agenda of whoever was to go
     */
    public record Said(String what, @Nullable String name, int count, List<InTheWay> inTheWay) {

        public boolean good() {
            return switch (what) {
                case "planned", "added", "changed", "opened", "closed", "asked", "cancelled", "again" -> true;
                default -> false;
            };
        }
    }

    /** @param href to move or cancel it */
    public record InTheWay(Appointment appointment, String patient, String href) {

        public UUID id() {
            return appointment.id();
        }
    }
}
