package fr.quartdheure.undo;

import static org.assertj.core.api.Assertions.assertThat;

import fr.quartdheure.account.Impersonation;
import fr.quartdheure.scheduling.Agenda;
import fr.quartdheure.scheduling.Appointment;
import fr.quartdheure.scheduling.AppointmentStatus;
import fr.quartdheure.scheduling.Appointments;
import fr.quartdheure.scheduling.BlockedTime;
import fr.quartdheure.scheduling.Blocking;
import fr.quartdheure.scheduling.Booking;
import fr.quartdheure.scheduling.ExtraWindows.Opened;
import fr.quartdheure.scheduling.ExtraWindows.Window;
import fr.quartdheure.scheduling.SeriesWish;
import fr.quartdheure.scheduling.Slot;
import fr.quartdheure.scheduling.Slots;
import fr.quartdheure.time.Period;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every act of a desk, and back: afterwards the agenda is what it was. */
class UndoModuleTest {

    private final Agenda agenda = new Agenda("fr.quartdheure.undo");
    private final DeskActs acts = agenda.get(DeskActs.class);
    private List<Slot> slots = List.of();

    @BeforeEach
    void open() {
        slots = agenda.open(agenda.weekly());
        Impersonation.of(UUID.randomUUID());
    }

    @AfterEach
    void close() {
        Impersonation.end();
        agenda.close();
    }

    @Test
    void nothingDoneIsNothingToUndo() {
        assertThat(acts.undo()).isEqualTo(new Undone.Nothing());
    }

    @Test
    void aBookingIsUndoneByCancellingIt() {
        Appointment booked = booked(slots.getFirst());
        assertThat(acts.undo()).isInstanceOf(Undone.Done.class);
        assertThat(status(booked)).isEqualTo(AppointmentStatus.CANCELLED);
        assertThat(agenda.isFree(slots.getFirst())).isTrue();
        assertThat(acts.undo()).isEqualTo(new Undone.Nothing());
    }

    @Test
    void aMoveGoesBackToItsHourAndItsLength() {
        Appointment booked = agenda.booked(slots.getFirst(), agenda.patient());
        Slot longer =
                agenda.open(agenda.weekly().from("14:00", "16:00").step(30)).getFirst();
        acts.move(booked, longer.id());
        assertThat(acts.undo()).isInstanceOf(Undone.Done.class);
        Appointment back = find(booked);
        assertThat(back.start()).isEqualTo(booked.start());
        assertThat(back.end()).isEqualTo(booked.end());
        assertThat(back.practitionerId()).isEqualTo(booked.practitionerId());
    }

    @Test
    void aCancellationIsUndoneAsLongAsNobodyHasTheTime() {
        Appointment kept = agenda.booked(slots.getFirst(), agenda.patient());
        Appointment lost = agenda.booked(slots.get(1), agenda.patient());
        acts.cancel(kept.id(), "patient");
        assertThat(acts.undo()).isInstanceOf(Undone.Done.class);
        assertThat(status(kept)).isEqualTo(AppointmentStatus.BOOKED);
        assertThat(agenda.isFree(slots.getFirst())).isFalse();
        acts.cancel(lost.id(), "patient");
        agenda.booked(slots.get(1), agenda.patient());
        assertThat(acts.undo()).isInstanceOf(Undone.Overtaken.class);
        assertThat(status(lost)).isEqualTo(AppointmentStatus.CANCELLED);
    }

    @Test
    void aStepOfTheDayIsTakenBackEvenWhereItSkippedOne() {
        Appointment booked = agenda.booked(slots.getFirst(), agenda.patient());
        acts.advance(booked, AppointmentStatus.IN_CONSULTATION);
        assertThat(acts.undo()).isInstanceOf(Undone.Done.class);
        assertThat(status(booked)).isEqualTo(AppointmentStatus.BOOKED);
    }

    @Test
    void timeIsBlockedReleasedAndBlockedAgain() {
        var time = new BlockedTime(
                UUID.randomUUID(),
                slots.getFirst().practitionerId(),
                agenda.site,
                new Period(slots.getFirst().start(), slots.get(3).end()),
                BlockedTime.Label.MEETING);
        assertThat(acts.block(time)).isInstanceOf(Blocking.Blocked.class);
        assertThat(slots.subList(0, 4)).noneMatch(agenda::isFree);
        acts.undo();
        assertThat(slots.subList(0, 4)).allMatch(agenda::isFree);
        acts.block(time);
        acts.release(time);
        assertThat(acts.undo()).isInstanceOf(Undone.Done.class);
        assertThat(slots.subList(0, 4)).noneMatch(agenda::isFree);
    }

    @Test
    void whereSomebodyStandsNothingIsBlocked() {
        Appointment standing = agenda.booked(slots.get(2), agenda.patient());
        var outcome = acts.block(new BlockedTime(
                UUID.randomUUID(),
                slots.getFirst().practitionerId(),
                agenda.site,
                new Period(slots.getFirst().start(), slots.get(3).end()),
                BlockedTime.Label.BREAK));
        assertThat(((Blocking.InTheWay) outcome).appointments())
                .extracting(Appointment::id)
                .containsExactly(standing.id());
        assertThat(agenda.isFree(slots.getFirst())).isTrue();
    }

    @Test
    void anExtraHourIsOpenedOnceAndClosedAsLongAsNobodyIsInIt() {
        UUID who = slots.getFirst().practitionerId();
        var evening = new Window(
                agenda.site, who, agenda.room(), "general-practice", Agenda.MONDAY, LocalTime.of(19, 0), 15, 2);
        assertThat(acts.open(evening)).isInstanceOf(Opened.Open.class);
        assertThat(acts.open(evening)).isInstanceOf(Opened.AlreadyReceiving.class);
        assertThat(evening()).isEqualTo(2);
        acts.undo();
        assertThat(evening()).isZero();
        acts.open(evening);
        agenda.booked(
                agenda.get(Slots.class)
                        .listOfPractitioner(who, Agenda.at(Agenda.MONDAY, "19:00"), Agenda.at(Agenda.MONDAY, "20:00"))
                        .getFirst(),
                agenda.patient());
        assertThat(acts.undo()).isInstanceOf(Undone.Overtaken.class);
        assertThat(evening()).isEqualTo(2);
    }

    @Test
    void aSeriesIsTakenBackAsAWhole() {
        var wish = new SeriesWish(
                agenda.site,
                slots.getFirst().practitionerId(),
                agenda.patient(),
                "general-practice",
                "consultation",
                Agenda.MONDAY,
                LocalTime.of(9, 30),
                Set.of(DayOfWeek.MONDAY),
                1,
                3);
        var booked = acts.bookSeries(
                wish,
                List.of(
                        Agenda.at(Agenda.MONDAY, "09:30"),
                        Agenda.at(Agenda.MONDAY.plusWeeks(1), "09:30"),
                        Agenda.at(Agenda.MONDAY.plusWeeks(2), "09:30")));
        assertThat(booked.appointments()).hasSize(3);
        assertThat(acts.undo()).isInstanceOf(Undone.Done.class);
        assertThat(booked.appointments()).allMatch(one -> status(one) == AppointmentStatus.CANCELLED);
    }

    @Test
    void whatSomebodyChangedSinceAndWhatIsLongAgoStays() {
        Appointment booked = booked(slots.getFirst());
        UUID me = Impersonation.of(UUID.randomUUID());
        acts.move(find(booked), slots.get(1).id());
        assertThat(acts.undo()).isInstanceOf(Undone.Done.class);
        assertThat(find(booked).start()).isEqualTo(booked.start());
        booked(slots.get(4));
        agenda.clock.advance(Duration.ofMinutes(31));
        assertThat(acts.undo()).isEqualTo(new Undone.Nothing());
        assertThat(agenda.get(Deeds.class).findLast(me)).isEmpty();
    }

    @Test
    void oneUndoesOnesOwnActsOnly() {
        Appointment mine = booked(slots.getFirst());
        Impersonation.of(UUID.randomUUID());
        assertThat(acts.undo()).isEqualTo(new Undone.Nothing());
        assertThat(status(mine)).isEqualTo(AppointmentStatus.BOOKED);
    }

    private Appointment booked(Slot slot) {
        return ((Booking.Booked) acts.book(slot.id(), agenda.patient(), "consultation", List.of())).appointment();
    }

    private Appointment find(Appointment one) {
        return agenda.get(Appointments.class).find(one.id()).orElseThrow();
    }

    private AppointmentStatus status(Appointment one) {
        return find(one).status();
    }

    private int evening() {
        return agenda.count("select count(*) from scheduling.slot where start_at >= '2026-11-23T18:00:00Z'"
                + " and start_at < '2026-11-23T20:00:00Z'");
    }
}
