package fr.quartdheure.visit;

import fr.quartdheure.audit.Trace;
import fr.quartdheure.scheduling.AgendaChanged;
import fr.quartdheure.scheduling.Appointment;
import fr.quartdheure.scheduling.Blocking;
import fr.quartdheure.scheduling.Blocks;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Says who goes on which day; her agenda is kept free of consultations for it. */
@Component
public class RoundOpening {

    private final VisitDays days;
    private final VisitRounds rounds;
    private final Stops stops;
    private final Blocks blocks;
    private final ApplicationEventPublisher events;

    RoundOpening(VisitDays days, VisitRounds rounds, Stops stops, Blocks blocks, ApplicationEventPublisher events) {
        this.days = days;
        this.rounds = rounds;
        this.stops = stops;
        this.blocks = blocks;
        this.events = events;
    }

    /** @param round without stops, under a new id */
    @Transactional
    public Opened open(VisitRound round) {
        days.lock(round.organizationId(), round.day());
        Optional<VisitRound> other = rounds.findOf(round.practitionerId(), round.day());
        if (other.isPresent()) {
            return new Opened.GoesAlready();
        }
        return switch (blocks.block(round.id(), round.practitionerId(), round.period())) {
            case Blocking.InTheWay way -> new Opened.InTheWay(way.appointments());
            case Blocking.Blocked _done -> keep(round);
        };
    }

    private Opened keep(VisitRound round) {
        // Another organisation may have sent her on a round of that day in this very moment.
        if (!rounds.add(round)) {
            blocks.release(round.id(), round.practitionerId());
            return new Opened.GoesAlready();
        }
        events.publishEvent(Trace.of("open-round", "practitioner", round.practitionerId()));
        events.publishEvent(new AgendaChanged(round.siteId()));
        return new Opened.Open(round.id());
    }

    /** Gives the round up: its visits wait again. False once it has begun. */
    @Transactional
    public boolean close(UUID organizationId, LocalDate day, UUID roundId) {
        days.lock(organizationId, day);
        Optional<VisitRound> found =
                rounds.find(roundId).filter(round -> round.organizationId().equals(organizationId));
        if (found.isEmpty() || found.get().begun()) {
            return false;
        }
        VisitRound round = found.get();
        stops.takeOut(round.planned().stream().map(Stop::requestId).toList());
        rounds.remove(round.id());
        blocks.release(round.id(), round.practitionerId());
        days.next(organizationId, day);
        events.publishEvent(Trace.of("close-round", "practitioner", round.practitionerId()));
        events.publishEvent(new AgendaChanged(round.siteId()));
        return true;
    }

    /** What came of it. */
    public sealed interface Opened {

        record Open(UUID roundId) implements Opened {}

        /** @param appointments in her agenda; empty where a hold or other work stands there */
        record InTheWay(List<Appointment> appointments) implements Opened {}

        /** One round a day. */
        record GoesAlready() implements Opened {}
    }
}
