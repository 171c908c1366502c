package fr.quartdheure.desk.secretary.reception;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who is there, who is awaited, and how long they wait.
 *
 * @param said what was just done, if anything
 * @param about the appointment it was done to
 * @param was the status it had, where the step can be taken back
 */
public record WaitingRoom(
        Menu menu,
        List<Place> places,
        @Nullable String said,
        @Nullable UUID about,
        @Nullable String was,
        @Nullable String name) {

    /** A practitioner who is so late is marked, in minutes. */
    public static final int LATE = 15;

    public Standing at() {
        return menu.at();
    }

    public int waiting() {
        return places.stream().mapToInt(Place::waiting).sum();
    }

    public boolean isEmpty() {
        return places.stream().allMatch(place -> place.lanes().isEmpty());
    }

    public String changes() {
        return "/secretary/waiting-room/changes?site=" + at().key();
    }

    /** One site, the latest practitioner first. */
    public record Place(UUID siteId, String name, List<Lane> lanes) {

        public int waiting() {
            return lanes.stream().mapToInt(lane -> lane.waiting().size()).sum();
        }

        /** Since when the one who has waited longest waits, or null while nobody does. */
        public @Nullable Instant longest() {
            return lanes.stream()
                    .flatMap(lane -> lane.waiting().stream())
                    .map(Person::arrivedAt)
                    .min(Instant::compareTo)
                    .orElse(null);
        }
    }

    /**
     * One practitioner.
     *
     * @param late minutes since the hour at which somebody who is there should have been called in; 0 when none is
     * @param inside who is in consultation
     * @param waiting in the order of their hours
     * @param expected whose hour has come or soon comes, and who is not there
     */
    public record Lane(
            String practitioner, int late, List<Person> inside, List<Person> waiting, List<Person> expected) {

        public boolean isLate() {
            return late >= LATE;
        }
    }

    /**
     * @param waited minutes since she arrived, or since she was called in
     * @param past minutes since her hour; below 0 when it is still to come
     */
    public record Person(
            UUID id, String name, Instant start, Instant arrivedAt, int waited, int past, boolean unscheduled) {

        public String href(UUID site) {
            return "/secretary/appointments/" + id + "?at=" + site;
        }
    }
}
