package fr.quartdheure.reception;

import fr.quartdheure.audit.Trace;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps a call with what it asks for, in one step, and takes it back in one. */
@Component
public class CallLog {

    private final Calls calls;
    private final CallDrafts drafts;
    private final CallBacks callBacks;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CallLog(Calls calls, CallDrafts drafts, CallBacks callBacks, ApplicationEventPublisher events, Clock clock) {
        this.calls = calls;
        this.drafts = drafts;
        this.callBacks = callBacks;
        this.events = events;
        this.clock = clock;
    }

    /**
     * @param wanted who is to be called back, when somebody is
     * @return false when the call was saved before
     */
    @Transactional
    public boolean save(Call call, @Nullable CallBack wanted) {
        if (!calls.add(call)) {
            return false;
        }
        if (wanted != null) {
            callBacks.add(wanted);
            events.publishEvent(new CallBacksChanged(call.siteId()));
        }
        drafts.saved(call.id(), call.takenBy(), clock.instant());
        trace("log-call", call);
        return true;
    }

    /** Back to what was typed. Only for whoever took it, and not once somebody took on the call-back it asked for. */
    @Transactional
    public boolean takeBack(UUID id, Clerk clerk) {
        var found = calls.find(id).filter(call -> call.takenBy().accountId().equals(clerk.accountId()));
        if (found.isEmpty() || callBacks.isBegun(id) || !drafts.reopen(id, clerk)) {
            return false;
        }
        calls.remove(id);
        trace("undo", found.get());
        events.publishEvent(new CallBacksChanged(found.get().siteId()));
        return true;
    }

    private void trace(String act, Call call) {
        UUID patient = call.patientId();
        events.publishEvent((patient == null ? Trace.of(act, "call", call.id()) : Trace.of(act, "patient", patient))
                .because("call"));
    }
}
