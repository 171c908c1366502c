package fr.quartdheure.reception;

import fr.quartdheure.scheduling.Agenda;
import fr.quartdheure.scheduling.Slot;
import fr.quartdheure.scheduling.Weekly;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The module on a fresh database; Monday 23 November 2026, 8:00 in Paris. One practitioner receives from 9:00. */
final class Reception implements AutoCloseable {

    static final Clerk NATHALIE = new Clerk(UUID.randomUUID(), "Nathalie Bosch");
    static final Clerk PAUL = new Clerk(UUID.randomUUID(), "Paul Serra");

    final Agenda agenda = new Agenda("fr.quartdheure.reception");
    final List<Slot> slots;

    Reception() {
        Weekly weekly = agenda.weekly();
        slots = agenda.open(weekly).stream()
                .filter(slot -> slot.start().isBefore(Agenda.NOW.plus(Duration.ofHours(15))))
                .toList();
    }

    <T> T get(Class<T> type) {
        return agenda.get(type);
    }

    UUID booked(int slot) {
        return agenda.booked(slots.get(slot), agenda.patient()).id();
    }

    /** The clock stands in the evening, every hour of the day past. */
    void evening() {
        agenda.clock.set(Agenda.at(Agenda.MONDAY, "19:00"));
    }

    Call call(UUID id, CallOutcome outcome, @Nullable UUID patient) {
        return new Call(
                id,
                agenda.site,
                Caller.SELF,
                null,
                "+33468000000",
                patient,
                CallReason.APPOINTMENT,
                outcome,
                null,
                false,
                3,
                Agenda.NOW,
                NATHALIE);
    }

    CallBack wanted(@Nullable UUID call, Instant due) {
        return new CallBack(
                UUID.randomUUID(),
                agenda.site,
                call,
                "Pharmacie",
                "+33468000000",
                null,
                CallReason.PRESCRIPTION,
                null,
                due,
                Agenda.NOW,
                NATHALIE.name(),
                null,
                null,
                List.of());
    }

    @Override
    public void close() {
        agenda.close();
    }
}
