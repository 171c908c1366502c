package fr.quartdheure.desk.practitioner;

import fr.quartdheure.time.Paris;
import fr.quartdheure.visit.Stop;
import fr.quartdheure.visit.StopState;
import fr.quartdheure.visit.VisitRequest;
import fr.quartdheure.visit.VisitRound;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A professional's round of a day, as she follows it on her phone.
 *
 * @param round null when she goes on none
 * @param calls in order
 * @param refused whether the last press was no longer possible
 */
public record OwnRound(
        LocalDate day, LocalDate today, @Nullable VisitRound round, List<Call> calls, boolean refused) {

    /** Only today's round is followed: nobody leaves yesterday. */
    public boolean live() {
        return day.equals(today);
    }

    /** Where she is, else where she goes next. */
    public Optional<Call> current() {
        return Optional.ofNullable(round)
                .flatMap(VisitRound::current)
                .flatMap(stop ->
                        calls.stream().filter(call -> call.stop().equals(stop)).findFirst());
    }

    public boolean undoable() {
        return round != null && round.begun();
    }

    /** One stop. */
    public record Call(
            Stop stop,
            VisitRequest request,
            List<Person> people,
            String town,
            @Nullable String phone) {

        public String title() {
            String place = request.wanted().placeName();
            return place == null ? people.getFirst().name() : place;
        }

        public String address() {
            return request.wanted().address() + ", " + town;
        }

        /** Opens the phone's own map: on the very place where it is known, else on the address. */
        public String map() {
            Double lat = request.wanted().lat();
            Double lon = request.wanted().lon();
            String place = lat == null || lon == null ? "0,0" : lat + "," + lon;
            String asked = lat == null || lon == null ? address() : place;
            return "geo:" + place + "?q="
                    + URLEncoder.encode(asked, StandardCharsets.UTF_8).replace("+", "%20");
        }

        /** "04 68 00 00 00" for a French number, as it is dialled for the others. */
        public String phoneShown() {
            String number = phone == null ? "" : phone;
            return number.matches("\\+33\\d{9}")
                    ? ("0" + number.substring(3)).replaceAll("(\\d\\d)(?=\\d)", "$1\u00a0")
                    : number;
        }

        public boolean ticked() {
            return request.wanted().ehpad() && stop.state().begun();
        }

        public boolean late() {
            return stop.state() == StopState.PLANNED
                    && stop.start()
                            .atZone(Paris.ZONE)
                            .toLocalTime()
                            .isAfter(request.wanted().until());
        }

        public String style() {
            return switch (stop.state()) {
                case PLANNED -> "";
                case LEFT, ARRIVED -> "in";
                case DONE -> "done";
                case NOT_DONE -> "miss";
            };
        }
    }

    public record Person(UUID id, String name, String birthDate, boolean seen) {}
}
