package fr.quartdheure.undo;

import fr.quartdheure.account.CurrentAccount;
import fr.quartdheure.account.SignedIn;
import fr.quartdheure.scheduling.Appointment;
import fr.quartdheure.scheduling.AppointmentStatus;
import fr.quartdheure.scheduling.Appointments;
import fr.quartdheure.scheduling.BlockedTime;
import fr.quartdheure.scheduling.BlockedTimes;
import fr.quartdheure.scheduling.Blocking;
import fr.quartdheure.scheduling.Booking;
import fr.quartdheure.scheduling.Cancelling;
import fr.quartdheure.scheduling.Changes;
import fr.quartdheure.scheduling.Changes.By;
import fr.quartdheure.scheduling.ExtraWindows;
import fr.quartdheure.scheduling.FrontDesk;
import fr.quartdheure.scheduling.Moving;
import fr.quartdheure.scheduling.SeriesBooking;
import fr.quartdheure.scheduling.SeriesWish;
import fr.quartdheure.undo.Deed.Kind;
import fr.quartdheure.undo.Deeds.Subject;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The acts of a desk, each with the way back kept beside it in the same transaction. */
@Component
@Transactional
public class DeskActs {

    private final FrontDesk frontDesk;
    private final Changes changes;
    private final Appointments appointments;
    private final BlockedTimes blockedTimes;
    private final ExtraWindows windows;
    private final SeriesBooking series;
    private final Deeds deeds;

    DeskActs(
            FrontDesk frontDesk,
            Changes changes,
            Appointments appointments,
            BlockedTimes blockedTimes,
            ExtraWindows windows,
            SeriesBooking series,
            Deeds deeds) {
        this.frontDesk = frontDesk;
        this.changes = changes;
        this.appointments = appointments;
        this.blockedTimes = blockedTimes;
        this.windows = windows;
        this.series = series;
        this.deeds = deeds;
    }

    /** As {@link FrontDesk#book}. */
    public Booking book(UUID slotId, UUID patientId, String reason, List<FrontDesk.Extra> more) {
        return kept(frontDesk.book(slotId, patientId, reason, more));
    }

    /** As {@link FrontDesk#overbook}. */
    public Booking overbook(UUID slotId, UUID patientId, String reason, String because) {
        return kept(frontDesk.overbook(slotId, patientId, reason, because));
    }

    private Booking kept(Booking outcome) {
        if (outcome instanceof Booking.Booked booked) {
            Appointment one = booked.appointment();
            keep(one.siteId(), Kind.BOOK, Subject.of(one.id(), one.sequence()));
        }
        return outcome;
    }

    /** As {@link Changes#move}, on the front desk's word. */
    public Moving move(Appointment appointment, UUID slotId) {
        Moving outcome = changes.move(appointment.id(), slotId, By.FRONT_DESK);
        if (outcome instanceof Moving.Moved moved) {
            int minutes = (int) appointment.period().length().toMinutes();
            var before = new Subject(
                    appointment.id(),
                    appointment.slotId(),
                    minutes,
                    null,
                    moved.appointment().sequence());
            keep(appointment.siteId(), Kind.MOVE, before);
        }
        return outcome;
    }

    /** As {@link Changes#cancel}, on the front desk's word. */
    public Cancelling cancel(UUID appointmentId, String reason) {
        Cancelling outcome = changes.cancel(appointmentId, reason, By.FRONT_DESK);
        if (outcome instanceof Cancelling.Cancelled cancelled) {
            Appointment one = cancelled.appointment();
            keep(one.siteId(), Kind.CANCEL, Subject.of(one.id(), one.sequence()));
        }
        return outcome;
    }

    /** As {@link FrontDesk#advance}. */
    public boolean advance(Appointment appointment, AppointmentStatus to) {
        boolean done = frontDesk.advance(appointment.id(), to);
        if (done) {
            var before = new Subject(
                    appointment.id(), null, 0, appointment.status().code() + ">" + to.code(), appointment.sequence());
            keep(appointment.siteId(), Kind.ADVANCE, before);
        }
        return done;
    }

    /** As {@link BlockedTimes#block}. */
    public Blocking block(BlockedTime time) {
        Blocking outcome = blockedTimes.block(time);
        if (outcome instanceof Blocking.Blocked) {
            keep(time.siteId(), Kind.BLOCK, Subject.of(time.id()));
        }
        return outcome;
    }

    /** As {@link BlockedTimes#release}. */
    public boolean release(BlockedTime time) {
        boolean released = blockedTimes.release(time.id());
        if (released) {
            keep(time.siteId(), Kind.RELEASE, Subject.of(time.id()));
        }
        return released;
    }

    /** As {@link ExtraWindows#open}. */
    public ExtraWindows.Opened open(ExtraWindows.Window window) {
        ExtraWindows.Opened outcome = windows.open(window);
        if (outcome instanceof ExtraWindows.Opened.Open open) {
            keep(window.siteId(), Kind.OPEN, Subject.of(open.ruleId()));
        }
        return outcome;
    }

    /** As {@link SeriesBooking#book}. */
    public SeriesBooking.Booked bookSeries(SeriesWish wish, Collection<Instant> starts) {
        SeriesBooking.Booked outcome = series.book(wish, starts);
        outcome.seriesId().ifPresent(id -> keep(wish.siteId(), Kind.SERIES, Subject.of(id)));
        return outcome;
    }

    /** Takes back what the person who is signed in did last. */
    public Undone undo() {
        SignedIn who = CurrentAccount.get();
        var last = deeds.findLast(who.accountId());
        if (last.isEmpty() || !deeds.end(last.get().id())) {
            return new Undone.Nothing();
        }
        Deed deed = last.get();
        return isUndone(deed) ? new Undone.Done(deed) : new Undone.Overtaken(deed);
    }

    private boolean isUndone(Deed deed) {
        UUID id = deed.subjectId();
        return switch (deed.kind()) {
            case BOOK -> isUnchanged(deed) && isCancelled(id);
            case MOVE -> isUnchanged(deed) && isMovedBack(deed);
            case CANCEL -> isUnchanged(deed) && changes.reinstate(id) instanceof Moving.Moved;
            case ADVANCE -> isStepBack(deed);
            case BLOCK -> blockedTimes.release(id);
            case RELEASE ->
                blockedTimes
                        .find(id)
                        .filter(time -> blockedTimes.block(time) instanceof Blocking.Blocked)
                        .isPresent();
            case OPEN -> windows.close(id, deed.siteId());
            case SERIES -> isSeriesCancelled(id);
        };
    }

    private boolean isUnchanged(Deed deed) {
        return appointments
                .find(deed.subjectId())
                .filter(one -> one.sequence() == deed.sequence())
                .isPresent();
    }

    private boolean isCancelled(UUID appointmentId) {
        return changes.cancel(appointmentId, "mistake", By.FRONT_DESK) instanceof Cancelling.Cancelled;
    }

    private boolean isMovedBack(Deed deed) {
        UUID slotId = deed.slotId();
        return slotId != null
                && changes.moveBack(deed.subjectId(), slotId, Duration.ofMinutes(deed.minutes()))
                        instanceof Moving.Moved;
    }

    private boolean isStepBack(Deed deed) {
        String was = deed.was();
        if (was == null) {
            return false;
        }
        var from = AppointmentStatus.of(was.substring(0, was.indexOf('>')));
        var to = AppointmentStatus.of(was.substring(was.indexOf('>') + 1));
        boolean unchanged = appointments
                .find(deed.subjectId())
                .filter(one -> one.status() == to)
                .isPresent();
        return unchanged && (frontDesk.advance(deed.subjectId(), from) || isBackThroughArrival(deed, from));
    }

    /** From the consultation to the appointment leads no single step. */
    private boolean isBackThroughArrival(Deed deed, AppointmentStatus from) {
        return frontDesk.advance(deed.subjectId(), AppointmentStatus.ARRIVED)
                && frontDesk.advance(deed.subjectId(), from);
    }

    /** Those that somebody moved or that are over stay; it is undone when any was taken back. */
    private boolean isSeriesCancelled(UUID seriesId) {
        long cancelled = appointments.listOfSeries(seriesId).stream()
                .filter(one -> one.status() == AppointmentStatus.BOOKED && one.sequence() == 0)
                .filter(one -> isCancelled(one.id()))
                .count();
        return cancelled > 0;
    }

    private void keep(UUID siteId, Kind kind, Subject subject) {
        deeds.add(CurrentAccount.get().accountId(), siteId, kind, subject);
    }
}
