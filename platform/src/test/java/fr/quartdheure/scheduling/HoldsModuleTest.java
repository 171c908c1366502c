package fr.quartdheure.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HoldsModuleTest {

    private final Agenda agenda = new Agenda();
    private final Holds holds = agenda.get(Holds.class);

    @AfterEach
    void close() {
        agenda.close();
    }

    @Test
    void aHoldBindsForTenMinutes() {
        var slot = agenda.open(agenda.weekly()).getFirst();
        var held = agenda.held(slot, agenda.visitor());
        assertThat(held.status()).isEqualTo(AppointmentStatus.HELD);
        assertThat(held.expiresAt()).isEqualTo(Agenda.NOW.plus(Duration.ofMinutes(10)));
        assertThat(agenda.isFree(slot)).isFalse();
        assertThat(hold(slot)).isInstanceOf(Holding.Taken.class);
        agenda.clock.advance(Duration.ofMinutes(10).minusMillis(1));
        assertThat(hold(slot)).isInstanceOf(Holding.Taken.class);
    }

    @Test
    void aHoldThatRanOutIsSweptAndItsSlotFree() {
        var slot = agenda.open(agenda.weekly()).getFirst();
        var held = agenda.held(slot, agenda.visitor());
        agenda.clock.advance(Duration.ofMinutes(10));
        agenda.get(Expiry.class).sweep();
        assertThat(agenda.isFree(slot)).isTrue();
        assertThat(agenda.get(Appointments.class).find(held.id()).orElseThrow().status())
                .isEqualTo(AppointmentStatus.EXPIRED);
        assertThat(agenda.count("select count(*) from scheduling.occupation")).isZero();
    }

    @Test
    void aHoldThatRanOutGivesWayBeforeTheSweep() {
        var slot = agenda.open(agenda.weekly()).getFirst();
        agenda.held(slot, agenda.visitor());
        agenda.clock.advance(Duration.ofMinutes(10));
        assertThat(hold(slot)).isInstanceOf(Holding.Held.class);
        assertThat(agenda.count("select count(*) from scheduling.appointment where status = 'held'"))
                .isEqualTo(1);
    }

    @Test
    void aVisitorHoldsThreeSlotsAtMost() {
        var slots = agenda.open(agenda.weekly().from("09:00", "12:00"));
        var visitor = agenda.visitor();
        slots.subList(0, 3).forEach(slot -> agenda.held(slot, visitor));
        assertThat(holds.hold(slots.get(3).id(), "consultation", visitor)).isEqualTo(new Holding.TooMany(3));
        assertThat(agenda.isFree(slots.get(3))).isTrue();
        agenda.clock.advance(Duration.ofMinutes(10));
        assertThat(holds.hold(slots.get(4).id(), "consultation", visitor)).isInstanceOf(Holding.Held.class);
    }

    @Test
    void anAddressHoldsSixSlotsAtMost() {
        var slots = agenda.open(agenda.weekly().from("08:30", "14:00"));
        for (int i = 0; i < 6; i++) {
            agenda.held(slots.get(i), new Visitor("visitor-" + i, "192.0.2.1", false));
        }
        assertThat(holds.hold(slots.get(6).id(), "consultation", new Visitor("other", "192.0.2.1", true)))
                .isEqualTo(new Holding.TooMany(6));
        assertThat(holds.hold(slots.get(6).id(), "consultation", new Visitor("other", "192.0.2.2", false)))
                .isInstanceOf(Holding.Held.class);
    }

    @Test
    void beyondAThirdOfTheFreeDayAContactMustBeProved() {
        var slots = agenda.open(agenda.weekly().from("09:00", "10:30"));
        agenda.held(slots.get(0), agenda.visitor());
        agenda.held(slots.get(1), agenda.visitor());
        assertThat(hold(slots.get(2))).isInstanceOf(Holding.ProofNeeded.class);
        assertThat(holds.hold(slots.get(2).id(), "consultation", new Visitor("proved", "192.0.2.99", true)))
                .isInstanceOf(Holding.Held.class);
    }

    @Test
    void theLastPlaceOfADayMayStillBeHeld() {
        var slots = agenda.open(agenda.weekly().from("09:00", "09:15"));
        assertThat(hold(slots.getFirst())).isInstanceOf(Holding.Held.class);
    }

    @Test
    void whoComesTooLateIsToldWhatIsNear() {
        var slots = agenda.open(agenda.weekly());
        agenda.held(slots.get(2), agenda.visitor());
        var taken = (Holding.Taken) hold(slots.get(2));
        assertThat(taken.slot().id()).isEqualTo(slots.get(2).id());
        assertThat(taken.alternatives())
                .extracting(Slot::id)
                .containsExactly(
                        slots.get(1).id(), slots.get(3).id(), slots.get(0).id());
    }

    @Test
    void aLongReasonTakesTwoStepsAndNeverTheLastOne() {
        var slots = agenda.open(agenda.weekly());
        agenda.open(
                agenda.weekly(slots.getFirst().practitionerId(), agenda.room()).from("13:00", "18:00"));
        var held = holds.hold(slots.get(0).id(), "long-consultation", agenda.visitor());
        assertThat(((Holding.Held) held).appointment().period().length()).isEqualTo(Duration.ofMinutes(30));
        assertThat(slots.subList(0, 4)).extracting(agenda::isFree).containsExactly(false, false, true, true);
        assertThat(holds.hold(slots.get(3).id(), "long-consultation", agenda.visitor()))
                .as("the window ends")
                .isInstanceOf(Holding.Taken.class);
        agenda.booked(slots.get(3), agenda.patient());
        assertThat(holds.hold(slots.get(2).id(), "long-consultation", agenda.visitor()))
                .as("the next step is taken")
                .isInstanceOf(Holding.Taken.class);
        assertThat(agenda.isFree(slots.get(2))).isTrue();
    }

    @Test
    void whatThePublicDoesNotSeeItCannotHold() {
        var offline = agenda.open(agenda.weekly().offline()).getFirst();
        var later = agenda.open(agenda.weekly().unscheduled(0, "08:30")).getFirst();
        var past = agenda.open(agenda.weekly().from("07:30", "08:30")).getFirst();
        for (UUID id : List.of(offline.id(), later.id(), past.id(), UUID.randomUUID())) {
            assertThat(holds.hold(id, "consultation", agenda.visitor())).isEqualTo(new Holding.NotBookable());
        }
        agenda.clock.advance(Duration.ofMinutes(30));
        assertThat(hold(later)).isInstanceOf(Holding.Held.class);
    }

    private Holding hold(Slot slot) {
        return holds.hold(slot.id(), "consultation", agenda.visitor());
    }
}
