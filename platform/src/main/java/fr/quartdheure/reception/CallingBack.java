package fr.quartdheure.reception;

import fr.quartdheure.audit.Trace;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Several secretaries call back at once: each call-back is taken on by one of them. */
@Component
public class CallingBack {

    private final CallBacks callBacks;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CallingBack(CallBacks callBacks, ApplicationEventPublisher events, Clock clock) {
        this.callBacks = callBacks;
        this.events = events;
        this.clock = clock;
    }

    @Transactional
    public void add(CallBack wanted) {
        callBacks.add(wanted);
        tell("add-call-back", wanted);
    }

    /** Of those who take it at once one has it, and the others are told who. */
    @Transactional
    public Taking take(UUID id, Clerk clerk) {
        boolean taken = callBacks.take(id, clerk, clock.instant());
        Optional<CallBack> now = callBacks.find(id);
        if (taken) {
            now.ifPresent(one -> tell("take-call-back", one));
        }
        return standing(now, clerk);
    }

    /** Anybody may: whoever took it may have gone home. */
    @Transactional
    public boolean giveBack(UUID id) {
        boolean done = callBacks.giveBack(id);
        if (done) {
            callBacks.find(id).ifPresent(one -> tell("give-back-call-back", one));
        }
        return done;
    }

    /** Whoever dials takes it on; reaching the person ends it. */
    @Transactional
    public Taking attempt(UUID id, AttemptResult result, Clerk clerk) {
        if (!(take(id, clerk) instanceof Taking.Taken)) {
            return standing(callBacks.find(id), clerk);
        }
        callBacks.tried(id, result, clerk, clock.instant());
        return result == AttemptResult.REACHED ? finish(id, true, clerk) : new Taking.Taken();
    }

    @Transactional
    public Taking giveUp(UUID id, Clerk clerk) {
        return finish(id, false, clerk);
    }

    /** Takes back the last thing done: the end of it, or else the last attempt. */
    @Transactional
    public boolean undo(UUID id) {
        Optional<CallBack> was = callBacks.find(id);
        if (was.isEmpty()) {
            return false;
        }
        CallBack.Done done = was.get().done();
        boolean reopened = done != null && callBacks.reopen(id);
        boolean forgotten = (done == null || done.reached()) && callBacks.forgetLastAttempt(id);
        if (reopened || forgotten) {
            tell("undo", was.get());
        }
        return reopened || forgotten;
    }

    private Taking finish(UUID id, boolean reached, Clerk clerk) {
        boolean done = callBacks.finish(id, reached, clerk, clock.instant());
        Optional<CallBack> now = callBacks.find(id);
        if (done) {
            now.ifPresent(one -> tell(reached ? "call-back" : "give-up-call-back", one));
            return new Taking.Taken();
        }
        return standing(now, clerk);
    }

    private static Taking standing(Optional<CallBack> now, Clerk clerk) {
        if (now.isEmpty() || now.get().done() != null) {
            return new Taking.Over();
        }
        Clerk taker = now.get().takenBy();
        if (taker == null) {
            return new Taking.Over();
        }
        return taker.accountId().equals(clerk.accountId()) ? new Taking.Taken() : new Taking.TakenBy(taker.name());
    }

    private void tell(String act, CallBack one) {
        UUID patient = one.patientId();
        events.publishEvent(patient == null ? Trace.of(act, "call-back", one.id()) : Trace.of(act, "patient", patient));
        events.publishEvent(new CallBacksChanged(one.siteId()));
    }
}
