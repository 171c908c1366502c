package fr.quartdheure.desk.secretary.reception;

import fr.quartdheure.database.Signals;
import fr.quartdheure.desk.ui.LivePages;
import fr.quartdheure.reception.CallBacksChanged;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Tells the open lists of every node that whom a site has to call back changed, once the change is committed. */
@Controller
class ReceptionSignals {

    private static final String CHANNEL = "call-backs";

    private final Signals signals;
    private final LivePages livePages;
    private final ReceptionDesk desk;

    ReceptionSignals(Signals signals, LivePages livePages, ReceptionDesk desk) {
        this.signals = signals;
        this.livePages = livePages;
        this.desk = desk;
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
    void publish(CallBacksChanged change) {
        signals.publish(CHANNEL, change.siteId().toString());
    }

    @GetMapping(path = "/secretary/call-backs/changes", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    ResponseEntity<SseEmitter> changes(HttpServletRequest request, @RequestParam(defaultValue = "") String site) {
        return desk.at(request, site)
                .map(at ->
                        ResponseEntity.ok().header("X-Accel-Buffering", "no").body(livePages.open(CHANNEL, at.ids())))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }
}
