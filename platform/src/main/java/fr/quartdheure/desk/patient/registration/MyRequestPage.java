package fr.quartdheure.desk.patient.registration;

import fr.quartdheure.desk.ui.Problem;
import fr.quartdheure.desk.ui.Screens;
import fr.quartdheure.registration.Answering;
import fr.quartdheure.registration.Answering.Answered;
import fr.quartdheure.registration.Joining;
import fr.quartdheure.registration.Leaving;
import fr.quartdheure.registration.RequestTokens;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /registration/mine}: her place on each list, the place she is offered, leaving, coming back. */
@Controller
public class MyRequestPage {

    private static final Problem CLOSED = Problem.of(404, "registration.closed");
    private static final Set<String> SAID =
            Set.of("asked", "known", "left", "left-all", "back", "confirmed", "added", "declined", "late", "taken");

    private final Screens screens;
    private final RequestTokens tokens;
    private final MyRequests mine;
    private final Joining joining;
    private final Leaving leaving;
    private final Answering answering;

    MyRequestPage(
            Screens screens,
            RequestTokens tokens,
            MyRequests mine,
            Joining joining,
            Leaving leaving,
            Answering answering) {
        this.screens = screens;
        this.tokens = tokens;
        this.mine = mine;
        this.joining = joining;
        this.leaving = leaving;
        this.answering = answering;
    }

    /** The link of a message: its token stands in the fragment and is exchanged for a cookie by a POST. */
    @GetMapping("/registration/manage")
    ResponseEntity<byte[]> manage(HttpServletRequest request) {
        return screens.show(request, "desk/patient/registration/manage.jte", null);
    }

    @PostMapping("/registration/manage/open")
    ResponseEntity<?> open(
            HttpServletRequest request, HttpServletResponse response, @RequestParam(defaultValue = "") String token) {
        String bare = token.substring(token.indexOf('#') + 1).strip();
        if (bare.isEmpty() || tokens.find(bare).isEmpty()) {
            return screens.show(request, Problem.of(404, "manage.unknown"));
        }
        RequestCookie.open(request, response, bare);
        return see("/registration/mine");
    }

    @GetMapping("/registration/mine")
    @Transactional
    public ResponseEntity<byte[]> show(HttpServletRequest request, @RequestParam(defaultValue = "") String said) {
        return id(request)
                .flatMap(id -> mine.view(id, SAID.contains(said) ? said : null))
                .map(view -> screens.show(request, "desk/patient/registration/mine.jte", view))
                .orElseGet(() -> screens.show(request, "desk/patient/registration/manage.jte", null));
    }

    @GetMapping("/registration/mine/declaration")
    @Transactional
    public ResponseEntity<byte[]> declaration(HttpServletRequest request) {
        return id(request)
                .flatMap(mine::draft)
                .map(draft -> screens.show(request, "desk/patient/registration/draft.jte", draft))
                .orElseGet(() -> screens.show(request, CLOSED));
    }

    @PostMapping("/registration/mine/leave")
    ResponseEntity<?> leave(HttpServletRequest request, @RequestParam(required = false) @Nullable UUID site) {
        return act(
                request,
                id -> site == null ? leaving.leaveAll(id) ? "left-all" : "" : leaving.leave(id, site) ? "left" : "");
    }

    @PostMapping("/registration/mine/back")
    ResponseEntity<?> comeBack(HttpServletRequest request) {
        return act(request, id -> leaving.comeBack(id) ? "back" : "late");
    }

    @PostMapping("/registration/mine/still")
    ResponseEntity<?> confirm(HttpServletRequest request, @ModelAttribute AskForm form) {
        return act(request, id -> leaving.confirm(id, form.classes()) ? "confirmed" : "late");
    }

    @PostMapping("/registration/mine/sites")
    ResponseEntity<?> join(HttpServletRequest request, @ModelAttribute AskForm form) {
        return act(request, id -> joining.join(id, form.sites()) ? "added" : "");
    }

    @PostMapping("/registration/mine/offer")
    ResponseEntity<?> accept(HttpServletRequest request) {
        return act(request, id -> said(answering.accept(id)));
    }

    @PostMapping("/registration/mine/offer/end")
    ResponseEntity<?> decline(HttpServletRequest request) {
        return act(request, id -> said(answering.decline(id)));
    }

    @PostMapping("/registration/mine/close")
    ResponseEntity<?> close(HttpServletRequest request, HttpServletResponse response) {
        RequestCookie.close(request, response);
        return see("/");
    }

    private static String said(Answered answered) {
        return switch (answered) {
            case Answered.Taken _taken -> "taken";
            case Answered.Declined _declined -> "declined";
            case Answered.TooLate _late -> "late";
        };
    }

    private ResponseEntity<?> act(HttpServletRequest request, Function<UUID, String> act) {
        Optional<UUID> id = id(request);
        return id.isEmpty() ? screens.show(request, CLOSED) : see("/registration/mine?said=" + act.apply(id.get()));
    }

    private Optional<UUID> id(HttpServletRequest request) {
        return RequestCookie.token(request).flatMap(tokens::find);
    }

    static ResponseEntity<Void> see(String path) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(path))
                .build();
    }
}
