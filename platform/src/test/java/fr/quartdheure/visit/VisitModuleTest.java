package fr.quartdheure.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.quartdheure.audit.Trace;
import fr.quartdheure.visit.DayPlan.Added;
import fr.quartdheure.visit.DayPlan.NoRoom;
import fr.quartdheure.visit.DayPlan.Overtaken;
import fr.quartdheure.visit.DayPlan.Planned;
import fr.quartdheure.visit.RoundOpening.Opened;
import fr.quartdheure.visit.VisitRound.Pause;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;

/** A morning of visits on a real PostgreSQL, from the request to the last step on the way. */
class VisitModuleTest {

    private static final LocalTime NINE = VisitDesk.NINE;
    private static final LocalTime NOON = VisitDesk.NOON;
    private static final String DOCTOR = "10";
    private static final String NURSE = "60";

    private final VisitDesk desk = new VisitDesk();

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void aPlannedDayKeepsWindowsAndSkillsAndGoesTheShortWay() {
        UUID doctor = desk.round(desk.professional(DOCTOR));
        UUID nurse = desk.round(desk.professional(NURSE));
        UUID far = desk.request(2, NINE, NOON);
        UUID near = desk.request(1, NINE, NOON);
        UUID dressing = desk.request(VisitDesk.wanted(1, LocalTime.of(10, 0), LocalTime.of(10, 30), NURSE));

        assertThat(desk.plan()).isEqualTo(new Planned(List.of()));

        assertThat(desk.stop(dressing).roundId()).isEqualTo(nurse);
        assertThat(desk.stop(dressing).start()).isBetween(VisitDesk.at("10:00"), VisitDesk.at("10:30"));
        VisitDay day = desk.day();
        assertThat(day.waiting()).isEmpty();
        assertThat(day.version()).isEqualTo(1);
        assertThat(List.of(desk.stop(near).roundId(), desk.stop(far).roundId()))
                .as("both stand on one way: one professional sees both")
                .containsOnly(desk.stop(near).roundId());
        assertThat(doctor).isNotEqualTo(nurse);
        assertThat(desk.events)
                .filteredOn(Trace.class::isInstance)
                .anyMatch(trace -> ((Trace) trace).act().equals("plan-visit"));
    }

    @Test
    void hoursAreCountedFromTheBaseOverEveryWayAndTheWayBack() {
        UUID round = desk.round(desk.professional(DOCTOR));
        UUID near = desk.request(1, NINE, NOON);
        UUID far = desk.request(2, NINE, NOON);

        desk.plan();

        // 2.866 · 10^0.726 = 15.25 minutes, rounded up; 25.24 for twenty kilometres.
        VisitRound planned = desk.roundOf(round);
        Stop first = planned.stops().getFirst();
        Stop second = planned.stops().getLast();
        assertThat(List.of(first.requestId(), second.requestId())).containsExactlyInAnyOrder(near, far);
        assertThat(first.wayMinutes() + second.wayMinutes())
                .isEqualTo(first.requestId().equals(near) ? 32 : 42);
        assertThat(planned.leavesAt()).isEqualTo(VisitDesk.at("09:00"));
        assertThat(planned.backAt()).isEqualTo(VisitDesk.at("10:38"));
    }

    @Test
    void aRoundKeepsTheAgendaFreeAndNeverTakesAnAppointment() {
        UUID doctor = desk.professional(DOCTOR);
        UUID round = desk.round(doctor);
        assertThat(occupied(doctor)).isEqualTo(1);
        assertThat(desk.open(doctor, LocalTime.of(14, 0), LocalTime.of(17, 0), null))
                .isEqualTo(new Opened.GoesAlready());
        assertThat(occupied(doctor)).as("a refused round leaves nothing").isEqualTo(1);

        assertThat(desk.get(RoundOpening.class).close(desk.organization, VisitDesk.MONDAY, round))
                .isTrue();

        assertThat(occupied(doctor)).isZero();
        desk.jdbc.sql("""
                        insert into scheduling.occupation (resource_kind, resource_id, during, cause, appointment_id)
                        values ('practitioner', :id, tstzrange('2026-11-23 10:00+01', '2026-11-23 10:30+01'), 'block',
                          gen_random_uuid())
                        """).param("id", doctor).update();
        assertThat(desk.open(doctor, NINE, NOON, null)).isEqualTo(new Opened.InTheWay(List.of()));
        assertThat(desk.day().rounds()).isEmpty();
    }

    @Test
    void whatDoesNotFitIsSaidWithWhatWouldHelp() {
        UUID round = desk.round(desk.professional(DOCTOR));
        UUID nursing = desk.request(VisitDesk.wanted(1, NINE, NOON, NURSE));
        UUID early = desk.request(2, NINE, LocalTime.of(9, 10));

        assertThat(((Planned) desk.plan()).unfitted()).containsExactlyInAnyOrder(nursing, early);

        VisitDay day = desk.day();
        assertThat(day.request(nursing).unfitted()).isEqualTo(Unfit.NOBODY_ABLE);
        assertThat(day.request(early).unfitted()).isEqualTo(Unfit.OUT_OF_REACH);
        UUID doctor = desk.roundOf(round).practitionerId();
        var explanations = desk.get(Explanations.class);
        assertThat(explanations.remedies(day, day.request(early)))
                .containsExactly(new Explanation.AtAnotherHour(early, doctor, VisitDesk.at("09:26")));
        assertThat(explanations.remedies(day, day.request(nursing)))
                .containsExactly(new Explanation.WithSomebodyElse(nursing, doctor, VisitDesk.at("09:16")));
    }

    @Test
    void oneMoreAtElevenLeavesWhatHasBegunWhereItIs() {
        UUID doctor = desk.professional(DOCTOR);
        desk.round(doctor);
        UUID first = desk.request(1, NINE, NOON);
        UUID second = desk.request(2, LocalTime.of(11, 0), NOON);
        desk.plan();
        var following = desk.get(Following.class);
        desk.clock.set(VisitDesk.at("09:40"));
        assertThat(following.step(doctor, desk.stop(first).id(), StopState.LEFT, null))
                .isTrue();
        Stop begun = desk.stop(first);
        UUID more = desk.request(1, NINE, LocalTime.of(11, 0));

        assertThat(desk.add(more)).isEqualTo(new Added(more, List.of()));

        assertThat(desk.stop(first)).isEqualTo(begun);
        assertThat(desk.stop(more).position()).isEqualTo(2);
        assertThat(desk.stop(more).arrival())
                .as("she is there at 9:56, done at 10:16, and five minutes from the next door at least")
                .isEqualTo(VisitDesk.at("10:21"));
        assertThat(desk.stop(second).position()).isEqualTo(3);
        UUID tooMuch = desk.request(2, NINE, LocalTime.of(9, 30));
        assertThat(desk.add(tooMuch)).isEqualTo(new NoRoom(tooMuch, Unfit.OUT_OF_REACH));
    }

    @Test
    void whoeverLookedAtAnOlderPlanIsTold() {
        desk.round(desk.professional(DOCTOR));
        UUID asked = desk.request(1, NINE, NOON);
        int seen = desk.day().version();
        desk.plan();

        assertThat(desk.get(DayPlanning.class).plan(desk.organization, VisitDesk.MONDAY, seen))
                .isEqualTo(new Overtaken());
        assertThat(desk.get(DayPlanning.class).takeOut(desk.organization, VisitDesk.MONDAY, asked, seen))
                .isEqualTo(new Overtaken());
        assertThat(desk.day().stopOf(asked)).isPresent();
    }

    @Test
    void aVisitPutByHandBreaksARuleOnlyWithItsPriceSaid() {
        UUID round = desk.round(desk.professional(DOCTOR));
        UUID early = desk.request(1, NINE, LocalTime.of(9, 20));
        UUID other = desk.request(VisitDesk.wanted(2, NINE, NOON, NURSE));
        desk.plan();
        var hand = desk.get(HandPlacing.class);

        Consequences said = hand.preview(desk.organization, VisitDesk.MONDAY, other, round, 0)
                .orElseThrow();

        assertThat(said.able()).isFalse();
        assertThat(said.start()).isEqualTo(VisitDesk.at("09:26"));
        assertThat(said.late()).singleElement().satisfies(late -> {
            assertThat(late.request().id()).isEqualTo(early);
            assertThat(late.minutes()).isEqualTo(42);
        });
        assertThat(said.way()).isEqualTo(26 + 16 + 16 - 32);
        assertThat(desk.day().stopOf(other)).as("a preview changes nothing").isEmpty();

        hand.place(
                desk.organization, VisitDesk.MONDAY, other, round, 0, desk.day().version());
        assertThat(desk.stop(other).position()).isEqualTo(1);
        assertThat(desk.stop(early).start()).isEqualTo(VisitDesk.at("10:02"));
        assertThat(desk.stop(early).beforeStart()).isEqualTo(VisitDesk.at("09:16"));
        assertThat(((Planned) desk.plan()).unfitted())
                .as("a rule that somebody broke on purpose stays broken")
                .isEmpty();
    }

    @Test
    void stepsFollowEachOtherAndTheLastOneIsTakenBack() {
        UUID doctor = desk.professional(DOCTOR);
        UUID round = desk.round(doctor);
        UUID asked = desk.request(1, NINE, NOON);
        desk.plan();
        UUID stop = desk.stop(asked).id();
        var following = desk.get(Following.class);
        desk.clock.set(VisitDesk.at("09:05"));

        assertThat(following.step(doctor, stop, StopState.DONE, null)).isFalse();
        assertThat(following.step(desk.professional(DOCTOR), stop, StopState.LEFT, null))
                .as("nobody steps on another's round")
                .isFalse();
        assertThat(following.step(doctor, stop, StopState.LEFT, null)).isTrue();
        assertThat(following.step(doctor, stop, StopState.ARRIVED, null)).isTrue();
        assertThat(following.step(doctor, stop, StopState.NOT_DONE, null))
                .as("why not?")
                .isFalse();
        assertThat(following.step(doctor, stop, StopState.NOT_DONE, "nobody-there"))
                .isTrue();
        assertThat(following.undo(doctor, round)).isTrue();
        assertThat(desk.stop(asked).state()).isEqualTo(StopState.ARRIVED);
        assertThat(following.undo(doctor, round)).isTrue();
        assertThat(following.undo(doctor, round)).isTrue();
        assertThat(desk.stop(asked).state()).isEqualTo(StopState.PLANNED);
        assertThat(following.undo(doctor, round)).isFalse();
        assertThat(desk.get(Asking.class).cancel(asked, "patient")).isTrue();
        assertThat(desk.day().stopOf(asked)).isEmpty();
    }

    @Test
    void whoeverLeavesForAnotherThanTheNextSeesItFirst() {
        UUID doctor = desk.professional(DOCTOR);
        UUID round = desk.round(doctor);
        desk.request(1, NINE, NOON);
        desk.request(2, NINE, NOON);
        desk.plan();
        Stop last = desk.roundOf(round).stops().getLast();

        assertThat(desk.get(Following.class).step(doctor, last.id(), StopState.LEFT, null))
                .isTrue();

        assertThat(desk.roundOf(round).stops().getFirst().requestId()).isEqualTo(last.requestId());
        assertThat(desk.roundOf(round).stops()).extracting(Stop::position).containsExactly(1, 2);
    }

    @Test
    void residentsOfAnEhpadAreOneStopAndTickedOneByOne() {
        UUID doctor = desk.professional(DOCTOR);
        desk.round(doctor);
        List<UUID> residents = List.of(desk.patient(), desk.patient(), desk.patient());
        Wanted home = VisitDesk.wanted(1, NINE, NOON, null);
        var ehpad = new Wanted(
                "Ehpad",
                home.address(),
                home.communeCode(),
                home.lat(),
                home.lon(),
                null,
                VisitDesk.MONDAY,
                NINE,
                NOON,
                60,
                Urgency.ROUTINE,
                null,
                null,
                null,
                null);
        UUID asked = desk.get(Asking.class).ask(desk.organization, ehpad, residents);
        desk.plan();
        Stop stop = desk.stop(asked);
        var following = desk.get(Following.class);
        assertThat(following.see(doctor, stop.id(), residents.get(1), true))
                .as("nobody is seen before anybody left")
                .isFalse();
        following.step(doctor, stop.id(), StopState.LEFT, null);

        assertThat(following.see(doctor, stop.id(), residents.get(1), true)).isTrue();

        assertThat(desk.day().request(asked).residents())
                .extracting(one -> one.seenAt() != null)
                .containsExactly(false, true, false);
        assertThatThrownBy(() -> desk.get(Asking.class).ask(desk.organization, home, residents))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("3 people");
    }

    @Test
    void aPauseIsTakenBetweenVisits() {
        UUID doctor = desk.professional(DOCTOR);
        var pause = new Pause(LocalTime.of(12, 0), LocalTime.of(13, 0), 45);
        desk.open(doctor, NINE, LocalTime.of(15, 0), pause);
        desk.request(1, LocalTime.of(11, 30), LocalTime.of(11, 40));
        desk.request(1, LocalTime.of(12, 30), LocalTime.of(14, 0));

        desk.plan();

        VisitRound round = desk.day().rounds().getFirst();
        assertThat(round.lunchAt()).isBetween(VisitDesk.at("12:00"), VisitDesk.at("13:00"));
    }

    @Test
    void theDatabaseIsTheLastWord() {
        UUID doctor = desk.professional(DOCTOR);
        UUID round = desk.round(doctor);
        desk.request(1, NINE, NOON);
        desk.request(2, NINE, NOON);
        desk.plan();

        assertThatThrownBy(() -> desk.jdbc
                        .sql("update visit.stop set state = 'left' where round_id = :round")
                        .param("round", round)
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("professional_is_at_one_place_at_a_time");
        assertThatThrownBy(() -> desk.jdbc
                        .sql("update visit.request set urgency = 'urgent'")
                        .update())
                .hasMessageContaining("a_professional_decides_what_is_urgent");
    }

    private int occupied(UUID practitioner) {
        return desk.jdbc
                .sql("select count(*)::int from scheduling.occupation where resource_id = :id and cause = 'block'")
                .param("id", practitioner)
                .query(Integer.class)
                .single();
    }
}
