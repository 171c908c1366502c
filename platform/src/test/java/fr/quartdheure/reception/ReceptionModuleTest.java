package fr.quartdheure.reception;

import static org.assertj.core.api.Assertions.assertThat;

import fr.quartdheure.audit.Trace;
import fr.quartdheure.reception.SiteRule.Absence;
import fr.quartdheure.scheduling.Agenda;
import fr.quartdheure.scheduling.AppointmentStatus;
import fr.quartdheure.scheduling.Appointments;
import fr.quartdheure.scheduling.FrontDesk;
import fr.quartdheure.scheduling.Settlement;
import fr.quartdheure.scheduling.Settling;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Calls, call-backs, absences and the end of a day, on a real database. */
class ReceptionModuleTest {

    private Reception reception;

    @BeforeEach
    void open() {
        reception = new Reception();
    }

    @AfterEach
    void close() {
        reception.close();
    }

    @Test
    void a_call_is_saved_once_with_whom_to_call_back_and_taken_back_whole() {
        var id = UUID.randomUUID();
        var log = reception.get(CallLog.class);
        var drafts = reception.get(CallDrafts.class);
        drafts.put(new CallDraft(id, reception.agenda.site, "note=mardi", false, Agenda.NOW), Reception.NATHALIE);
        var call = reception.call(id, CallOutcome.CALL_BACK, null);
        var wanted = reception.wanted(id, Agenda.NOW.plus(Duration.ofHours(2)));

        assertThat(log.save(call, wanted)).isTrue();
        assertThat(log.save(call, wanted)).isFalse();
        assertThat(reception.get(CallBacks.class).listToDo(List.of(reception.agenda.site)))
                .hasSize(1);
        assertThat(drafts.findLast(Reception.NATHALIE)).isEmpty();
        assertThat(acts()).contains("log-call");

        assertThat(log.takeBack(id, Reception.PAUL)).isFalse();
        assertThat(log.takeBack(id, Reception.NATHALIE)).isTrue();
        assertThat(reception.get(Calls.class).find(id)).isEmpty();
        assertThat(reception.get(CallBacks.class).listToDo(List.of(reception.agenda.site)))
                .isEmpty();
        assertThat(drafts.find(id, Reception.NATHALIE).orElseThrow().fields()).isEqualTo("note=mardi");
        assertThat(drafts.find(id, Reception.PAUL)).isEmpty();
    }

    @Test
    void a_call_is_no_longer_taken_back_once_a_colleague_calls() {
        var id = UUID.randomUUID();
        var wanted = reception.wanted(id, Agenda.NOW.plus(Duration.ofHours(2)));
        reception.get(CallLog.class).save(reception.call(id, CallOutcome.CALL_BACK, null), wanted);
        reception.get(CallingBack.class).take(wanted.id(), Reception.PAUL);
        assertThat(reception.get(CallLog.class).takeBack(id, Reception.NATHALIE))
                .isFalse();
    }

    @Test
    void a_call_back_goes_through_attempts_to_its_end_and_back() {
        var wanted = reception.wanted(null, Agenda.NOW.minus(Duration.ofMinutes(1)));
        var acts = reception.get(CallingBack.class);
        var shelf = reception.get(CallBacks.class);
        acts.add(wanted);
        assertThat(shelf.count(List.of(reception.agenda.site), Agenda.NOW)).isEqualTo(new CallBacks.Count(1, 1));

        assertThat(acts.attempt(wanted.id(), AttemptResult.NO_ANSWER, Reception.NATHALIE))
                .isInstanceOf(Taking.Taken.class);
        assertThat(acts.attempt(wanted.id(), AttemptResult.REACHED, Reception.PAUL))
                .isEqualTo(new Taking.TakenBy("Nathalie Bosch"));
        acts.attempt(wanted.id(), AttemptResult.REACHED, Reception.NATHALIE);
        assertThat(shelf.listToDo(List.of(reception.agenda.site))).isEmpty();
        assertThat(acts.take(wanted.id(), Reception.PAUL)).isInstanceOf(Taking.Over.class);

        assertThat(acts.undo(wanted.id())).isTrue();
        CallBack again = shelf.find(wanted.id()).orElseThrow();
        assertThat(again.done()).isNull();
        assertThat(again.attempts()).extracting(CallBack.Attempt::result).containsExactly(AttemptResult.NO_ANSWER);
        assertThat(acts.giveBack(wanted.id())).isTrue();
        assertThat(acts.take(wanted.id(), Reception.PAUL)).isInstanceOf(Taking.Taken.class);
    }

    @Test
    void a_day_is_closed_when_everybody_has_an_answer_and_opens_again_for_whoever_comes_late() {
        UUID seen = reception.booked(0);
        UUID absent = reception.booked(1);
        UUID left = reception.booked(2);
        var desk = reception.get(FrontDesk.class);
        var settling = reception.get(Settling.class);
        var closing = reception.get(DayClosing.class);
        desk.advance(left, AppointmentStatus.ARRIVED);
        reception.evening();

        assertThat(closeDay())
                .isInstanceOfSatisfying(
                        Closing.Unsettled.class,
                        refused -> assertThat(refused.left()).hasSize(3));
        assertThat(settling.settle(seen, Settlement.SEEN)).isTrue();
        assertThat(settling.settle(absent, Settlement.LATE_CANCELLATION)).isTrue();
        assertThat(settling.settle(left, Settlement.ABSENT)).isFalse();
        assertThat(settling.settle(left, Settlement.LEFT)).isTrue();
        assertThat(closeDay()).isInstanceOf(Closing.Closed.class);

        desk.advance(absent, AppointmentStatus.ARRIVED);
        assertThat(closeAt()).isEmpty();
        assertThat(settling.answers(List.of(absent)).get(absent)).isEqualTo(new Settling.Answer(null, false));
        assertThat(closeDay()).isInstanceOf(Closing.Unsettled.class);
        settling.settle(absent, Settlement.SEEN);
        assertThat(closeDay()).isInstanceOf(Closing.Closed.class);
        assertThat(closing.reopen(reception.agenda.site, Agenda.MONDAY)).isTrue();
        assertThat(closing.close(reception.agenda.site, Agenda.MONDAY.plusDays(1), Reception.PAUL))
                .isInstanceOf(Closing.NotYet.class);
    }

    @Test
    void an_answer_is_taken_back_to_where_the_appointment_stood() {
        UUID id = reception.booked(0);
        var settling = reception.get(Settling.class);
        assertThat(settling.settle(id, Settlement.ABSENT)).as("before its hour").isFalse();
        reception.evening();
        settling.settle(id, Settlement.ABSENT);
        UUID patient = find(id).patientId();
        assertThat(settling.countMissed(java.util.Objects.requireNonNull(patient), Agenda.NOW))
                .isEqualTo(1);
        assertThat(settling.takeBack(id)).isTrue();
        assertThat(find(id).status()).isEqualTo(AppointmentStatus.BOOKED);
        assertThat(settling.takeBack(id)).isFalse();
        assertThat(settling.countMissed(patient, Agenda.NOW)).isZero();
    }

    @Test
    void absence_is_noted_by_the_rule_of_the_site_once_its_delay_is_over() {
        UUID id = reception.booked(0);
        UUID later = reception.booked(3);
        var job = reception.get(AutomaticAbsences.class);
        rule(Absence.AFTER, 30);
        reception.agenda.clock.set(find(id).start().plus(Duration.ofMinutes(29)));
        job.sweep();
        assertThat(find(id).status()).isEqualTo(AppointmentStatus.BOOKED);
        reception.agenda.clock.advance(Duration.ofMinutes(1));
        job.sweep();
        assertThat(find(id).status()).isEqualTo(AppointmentStatus.NO_SHOW);
        assertThat(find(later).status()).isEqualTo(AppointmentStatus.BOOKED);
        assertThat(reception.get(Settling.class).answers(List.of(id)).get(id))
                .isEqualTo(new Settling.Answer("automatic", true));

        reception.get(Settling.class).takeBack(id);
        job.sweep();
        assertThat(find(id).status()).as("taken back by a person").isEqualTo(AppointmentStatus.BOOKED);
    }

    @Test
    void absence_at_closing_waits_for_the_end_of_the_day_and_never_is_never() {
        UUID id = reception.booked(0);
        var job = reception.get(AutomaticAbsences.class);
        rule(Absence.NEVER, null);
        reception.evening();
        job.sweep();
        assertThat(find(id).status()).isEqualTo(AppointmentStatus.BOOKED);
        reception.agenda.clock.set(Agenda.NOW);
        rule(Absence.CLOSING, null);
        reception.evening();
        job.sweep();
        assertThat(find(id).status()).as("nobody said when the site closes").isEqualTo(AppointmentStatus.BOOKED);
        reception.agenda.clock.set(Agenda.at(Agenda.MONDAY.plusDays(1), "00:05"));
        job.sweep();
        assertThat(find(id).status()).isEqualTo(AppointmentStatus.NO_SHOW);
    }

    @Test
    void warning_signs_are_found_in_what_is_typed_whatever_its_accents() {
        RedFlagList flags = reception.get(RedFlags.class).latest();
        assertThat(flags.signedBy()).isNull();
        assertThat(flags.isRaisedBy("Elle s’ESSOUFFLE depuis hier")).isTrue();
        assertThat(flags.isRaisedBy("j'ai une douleur à la poitrine")).isTrue();
        assertThat(flags.isRaisedBy("manque d’air")).isTrue();
        assertThat(flags.isRaisedBy("Préfère le mardi, code 12B")).isFalse();
        assertThat(flags.isRaisedBy("")).isFalse();
    }

    private void rule(Absence absence, @org.jspecify.annotations.Nullable Integer minutes) {
        reception
                .get(SiteRules.class)
                .put(new SiteRule(
                        reception.agenda.site, absence, minutes, null, null, reception.agenda.clock.instant()));
    }

    private Closing closeDay() {
        return reception.get(DayClosing.class).close(reception.agenda.site, Agenda.MONDAY, Reception.NATHALIE);
    }

    private java.util.Optional<DayClose> closeAt() {
        return reception.get(DayCloses.class).find(reception.agenda.site, Agenda.MONDAY);
    }

    private fr.quartdheure.scheduling.Appointment find(UUID id) {
        return reception.get(Appointments.class).find(id).orElseThrow();
    }

    private List<String> acts() {
        return reception.agenda.events.stream()
                .filter(Trace.class::isInstance)
                .map(event -> ((Trace) event).act())
                .toList();
    }
}
