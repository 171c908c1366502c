package fr.quartdheure.roster;

import static org.assertj.core.api.Assertions.assertThat;

import fr.quartdheure.roster.Recalling.Who;
import fr.quartdheure.roster.Reoffer.State;
import fr.quartdheure.roster.RuleEditing.Decision;
import fr.quartdheure.scheduling.Agenda;
import fr.quartdheure.scheduling.Appointment;
import fr.quartdheure.scheduling.AppointmentStatus;
import fr.quartdheure.scheduling.Appointments;
import fr.quartdheure.scheduling.AvailabilityRules;
import fr.quartdheure.scheduling.Changes;
import fr.quartdheure.scheduling.Slot;
import fr.quartdheure.scheduling.Slots;
import fr.quartdheure.time.Paris;
import fr.quartdheure.time.Period;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A doctor's Monday falls out; two people change one rule; one hour is wanted by many. */
class RecallingModuleTest {

    private static final String OVERLAPS = """
            select count(*) from scheduling.occupation a join scheduling.occupation b
              on a.resource_id = b.resource_id and a.during && b.during and a.ctid < b.ctid
            """;
    private static final Period MONDAY =
            new Period(Agenda.at(Agenda.MONDAY, "00:00"), Agenda.at(Agenda.MONDAY.plusDays(1), "00:00"));

    private final Agenda agenda = new Agenda("fr.quartdheure.roster");
    private final Recalling recalling = agenda.get(Recalling.class);
    private final Recalls recalls = agenda.get(Recalls.class);
    private final UUID ill = agenda.practitioner();
    private final UUID well = agenda.practitioner();
    private final List<Slot> hers = agenda.open(agenda.weekly(ill, agenda.room()));
    private final List<Slot> others =
            agenda.open(agenda.weekly(well, agenda.room()).from("09:00", "12:00"));

    @AfterEach
    void close() {
        agenda.close();
    }

    private List<Appointment> booked(int many) {
        return hers.stream()
                .limit(many)
                .map(slot -> agenda.booked(slot, agenda.patient()))
                .toList();
    }

    private Recall recall() {
        return recalling
                .recall(new Who(agenda.organization, Set.of(agenda.site), ill, MONDAY))
                .orElseThrow();
    }

    @Test
    void everybodyIsOfferedOtherHoursAndNothingIsCancelled() {
        List<Appointment> booked = booked(3);
        Recall recall = recall();
        assertThat(freeOn(ill)).isEmpty();
        var proposed = new HashSet<UUID>();
        for (Reoffer one : recalls.listReoffers(recall.id())) {
            assertThat(one.state()).isEqualTo(State.ASKED);
            assertThat(recalls.hours(one.id())).hasSize(3).allMatch(proposed::add);
        }
        assertThat(proposed).hasSize(9);
        assertThat(booked).allSatisfy(one -> assertThat(now(one)).isEqualTo(one));
        assertThat(agenda.events).filteredOn(ReofferMade.class::isInstance).hasSize(3);
    }

    @Test
    void onePressTakesAnHourAndSomebodyElseIsShownOthers() {
        List<Appointment> booked = booked(2);
        Recall recall = recall();
        List<Reoffer> all = recalls.listReoffers(recall.id());
        UUID wanted = recalls.hours(all.getFirst().id()).getFirst();
        recalls.propose(all.getLast().id(), List.of(wanted));
        assertThat(recalling.take(all.getFirst().id(), wanted)).isInstanceOf(Taking.Taken.class);
        assertThat(recalling.take(all.getLast().id(), wanted)).isInstanceOf(Taking.Gone.class);
        assertThat(recalls.hours(all.getLast().id())).isNotEmpty().doesNotContain(wanted);
        assertThat(recalls.findReoffer(all.getFirst().id()).orElseThrow().state())
                .isEqualTo(State.MOVED);
        assertThat(now(booked.getLast()).start()).isEqualTo(booked.getLast().start());
        assertThat(recalling.refuse(all.getLast().id())).isTrue();
        assertThat(recalls.findReoffer(all.getLast().id()).orElseThrow().state())
                .isEqualTo(State.CALL);
    }

    @Test
    void whoeverRecoversFindsThoseWhoHaveNotMoved() {
        List<Appointment> booked = booked(3);
        List<Slot> free = freeOn(ill);
        Recall recall = recall();
        Reoffer first = recalls.listReoffers(recall.id()).getFirst();
        recalling.take(first.id(), recalls.hours(first.id()).getFirst());
        assertThat(recalling.undo(recall.id())).isTrue();
        assertThat(recalling.undo(recall.id())).isFalse();
        assertThat(freeOn(ill)).hasSize(free.size() + 1);
        assertThat(recalls.listReoffers(recall.id()).stream().map(Reoffer::state))
                .containsExactly(State.MOVED, State.KEPT, State.KEPT);
        assertThat(agenda.events).filteredOn(ReofferWithdrawn.class::isInstance).hasSize(2);
        assertThat(now(booked.getLast())).isEqualTo(booked.getLast());
    }

    @Test
    void whatIsMovedOrCancelledByHandIsSettled() {
        List<Appointment> booked = booked(2);
        Recall recall = recall();
        agenda.get(Changes.class).cancel(booked.getFirst().id(), "patient", Changes.By.FRONT_DESK);
        agenda.get(Changes.class).move(booked.getLast().id(), others.getFirst().id(), Changes.By.FRONT_DESK);
        assertThat(recalls.listReoffers(recall.id()).stream().map(Reoffer::state))
                .containsExactly(State.CANCELLED, State.MOVED);
    }

    @Test
    void manyWhoPressOneHourAtOnceGetItOnceAndKeepTheirs() throws Exception {
        List<Appointment> booked = booked(4);
        Recall recall = recall();
        UUID wanted = others.getFirst().id();
        List<Reoffer> all = recalls.listReoffers(recall.id());
        all.forEach(one -> recalls.propose(one.id(), List.of(wanted)));
        List<Taking> outcomes = atOnce(all.stream()
                .<Callable<Taking>>map(one -> () -> recalling.take(one.id(), wanted))
                .toList());
        assertThat(outcomes).filteredOn(Taking.Taken.class::isInstance).hasSize(1);
        assertThat(outcomes).filteredOn(Taking.Gone.class::isInstance).hasSize(3);
        assertThat(agenda.count(OVERLAPS)).isZero();
        assertThat(booked).allSatisfy(one -> assertThat(now(one).status()).isEqualTo(AppointmentStatus.BOOKED));
    }

    @Test
    void ofManyEditorsOfOneRuleOneWins() throws Exception {
        var rule = agenda.get(AvailabilityRules.class).listOfPractitioner(ill).getFirst();
        int edition = agenda.get(Previewing.class)
                .look(Subject.practitioner(ill), AgendaChange.NONE)
                .edition();
        LocalDate day = Agenda.MONDAY.plusWeeks(1);
        var editors = new ArrayList<Callable<Saving>>();
        for (int i = 0; i < 8; i++) {
            UUID room = agenda.room();
            var decision =
                    new Decision("room", RuleEdits.from(day, rule, RuleEdits.inRoom(rule, room)), edition, Map.of());
            editors.add(() -> agenda.get(RuleEditing.class).save(Subject.practitioner(ill), decision));
        }
        List<Saving> outcomes = atOnce(editors);
        assertThat(outcomes).filteredOn(Saving.Saved.class::isInstance).hasSize(1);
        assertThat(outcomes).filteredOn(Saving.Stale.class::isInstance).hasSize(7);
        assertThat(agenda.get(AvailabilityRules.class).listOfPractitioner(ill)).hasSize(2);
    }

    @Test
    void twoWhoWantOneRoomAtOnceAreTwoRefusalsOrOneRule() throws Exception {
        UUID room = agenda.room();
        var editors = new ArrayList<Callable<Saving>>();
        for (UUID who : List.of(ill, well)) {
            var rule = agenda.weekly(who, room).on(DayOfWeek.FRIDAY);
            var decision = new Decision("add", AgendaChange.put(List.of(rule.rule())), 0, Map.of());
            editors.add(() -> agenda.get(RuleEditing.class).save(Subject.practitioner(who), decision));
        }
        List<Saving> outcomes = atOnce(editors);
        assertThat(outcomes).filteredOn(Saving.Saved.class::isInstance).hasSize(1);
        assertThat(outcomes)
                .filteredOn(Saving.Refused.class::isInstance)
                .singleElement()
                .satisfies(one -> assertThat(
                                ((Saving.Refused) one).overlaps().getFirst().room())
                        .isTrue());
    }

    private <T> List<T> atOnce(List<Callable<T>> acts) throws Exception {
        var outcomes = new ArrayList<T>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<T> one : threads.invokeAll(acts)) {
                outcomes.add(one.get());
            }
        }
        return outcomes;
    }

    private Appointment now(Appointment one) {
        return agenda.get(Appointments.class).find(one.id()).orElseThrow();
    }

    private List<Slot> freeOn(UUID practitioner) {
        return agenda
                .get(Slots.class)
                .listOfPractitioner(practitioner, MONDAY.start(), Paris.startOf(Agenda.MONDAY.plusDays(1)))
                .stream()
                .filter(Slot::free)
                .toList();
    }
}
