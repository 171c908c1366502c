package fr.quartdheure.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Whatever people and practitioners do, and in whatever order, every place goes to whoever is first in turn. */
class RegistrationPropertyTest {

    private static final int ACTS = 9;

    private ListDesk desk = new ListDesk();
    private final List<UUID> people = new ArrayList<>();
    private final Map<UUID, Set<UUID>> told = new HashMap<>();
    private List<UUID> doctors = List.of();
    private int heard;

    @Property(tries = 20, shrinking = ShrinkingMode.OFF)
    void everyPlaceGoesToWhoeverIsFirst(@ForAll @Size(min = 20, max = 60) List<@IntRange(max = 8999) Integer> acts) {
        desk.close();
        desk = new ListDesk(Priority.PREGNANT);
        people.clear();
        told.clear();
        heard = 0;
        doctors = List.of(desk.doctor(4), desk.doctor(2));
        try {
            acts.forEach(this::act);
        } finally {
            desk.close();
        }
    }

    private void act(int number) {
        int which = number / ACTS;
        Map<UUID, Turn> before = waiting();
        switch (number % ACTS) {
            case 0, 1 -> people.add(desk.asks(which % 3 == 0 ? new Priority[] {Priority.PREGNANT} : new Priority[0]));
            case 2 -> desk.matching.open(doctor(which), desk.site, 1 + which % 3);
            case 3 -> desk.agenda.clock.advance(Duration.ofHours(which % 100));
            case 4 -> with(which, desk.answering::accept);
            case 5 -> with(which, desk.answering::decline);
            case 6 -> with(which, desk.leaving::leaveAll);
            case 7 -> with(which, desk.leaving::comeBack);
            default -> desk.matching.withdraw(doctor(which), desk.site);
        }
        assertInTurn(before);
        before = waiting();
        desk.matching.serve();
        assertInTurn(before);
        desk.assertFair();
        desk.agenda.clock.advance(Duration.ofSeconds(1));
    }

    /** Each offer made since, in its order, went to the first of those who could be asked about that place. */
    private void assertInTurn(Map<UUID, Turn> waiting) {
        var offers = desk.agenda.get(PlaceOffers.class);
        List<PlaceOffer> made = desk.agenda.events.subList(heard, desk.agenda.events.size()).stream()
                .filter(PlaceOffered.class::isInstance)
                .map(event -> offers.find(((PlaceOffered) event).offerId()).orElseThrow())
                .toList();
        heard = desk.agenda.events.size();
        Set<UUID> asked = new HashSet<>();
        people.stream()
                .filter(one -> offers.findOpen(one)
                        .filter(offer -> made.stream().noneMatch(m -> m.id().equals(offer.id())))
                        .isPresent())
                .forEach(asked::add);
        for (PlaceOffer offer : made) {
            Set<UUID> toldOfIt = told.computeIfAbsent(offer.placeId(), id -> new HashSet<>());
            UUID expected = waiting.values().stream()
                    .filter(turn -> !asked.contains(turn.requestId()) && !toldOfIt.contains(turn.requestId()))
                    .min(inTurn())
                    .orElseThrow()
                    .requestId();
            assertThat(offer.requestId()).isEqualTo(expected);
            asked.add(expected);
            toldOfIt.add(expected);
        }
    }

    /** The public rule, written a second time: the first class, then the date. */
    private static Comparator<Turn> inTurn() {
        return Comparator.comparing((Turn turn) -> !turn.classes().contains(Priority.PREGNANT))
                .thenComparing(Turn::askedAt, Comparator.<Instant>naturalOrder());
    }

    private Map<UUID, Turn> waiting() {
        Map<UUID, Turn> waiting = new HashMap<>();
        people.stream()
                .flatMap(one -> desk.turns.listOfRequest(one).stream())
                .filter(Turn::isWaiting)
                .forEach(turn -> waiting.put(turn.requestId(), turn));
        return waiting;
    }

    private UUID doctor(int which) {
        return doctors.get(which % doctors.size());
    }

    private void with(int which, java.util.function.Consumer<UUID> act) {
        if (!people.isEmpty()) {
            act.accept(people.get(which % people.size()));
        }
    }
}
