package fr.quartdheure.desk.account;

import fr.quartdheure.account.FactorRefusal;
import fr.quartdheure.account.HalfSignedIn;
import fr.quartdheure.account.RecoveryCodesTold;
import fr.quartdheure.desk.ui.Screens;
import fr.quartdheure.factor.Factors;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** The second step at the door. Codes are judged by the security filter; this page asks for them. */
@Controller
class FactorPage {

    private static final String ASK = "desk/account/factor.jte";
    private static final String SET_UP = "desk/account/factorsetup.jte";
    private static final String CODES = "desk/account/recoverycodes.jte";

    private final Screens screens;
    private final Factors factors;

    FactorPage(Screens screens, Factors factors) {
        this.screens = screens;
        this.factors = factors;
    }

    /** Without a first step there is nothing to ask here. */
    @GetMapping(HalfSignedIn.CODE_PAGE)
    ResponseEntity<byte[]> ask(HttpServletRequest request) {
        Optional<HalfSignedIn> half = HalfSignedIn.find().filter(HalfSignedIn::hasFactor);
        return half.isEmpty()
                ? ResponseEntity.status(HttpStatus.FOUND)
                        .location(URI.create("/login"))
                        .build()
                : screens.show(request, ASK, new FactorForm(half.get().getName(), null, 0));
    }

    @GetMapping(HalfSignedIn.SET_UP_PAGE)
    ResponseEntity<byte[]> setUp(HttpServletRequest request) {
        var half = HalfSignedIn.find().orElseThrow();
        var form = new FactorForm(half.getName(), null, 0);
        return screens.show(request, SET_UP, FactorSetUp.of(form, factors.propose(half.accountId())));
    }

    /** Only reached by a forward of the security filter. */
    @PostMapping(FactorRefusal.PATH)
    ResponseEntity<byte[]> refused(HttpServletRequest request) {
        var refusal = FactorRefusal.of(request).orElseThrow();
        HalfSignedIn half = refusal.half();
        Duration pause = refusal.pause();
        var status = pause == null ? HttpStatus.UNAUTHORIZED : HttpStatus.TOO_MANY_REQUESTS;
        var form = pause == null
                ? new FactorForm(half.getName(), "factor.refused.wrong", 0)
                : new FactorForm(half.getName(), "factor.refused.wait", pause.toSeconds() + 1);
        if (half.hasFactor()) {
            return screens.show(request, status, ASK, form);
        }
        var proposal = factors.proposeAgain(half.accountId(), refusal.sealed());
        return screens.show(request, status, SET_UP, FactorSetUp.of(form, proposal));
    }

    /** Only reached by a forward of the security filter, once. */
    @PostMapping(RecoveryCodesTold.PATH)
    ResponseEntity<byte[]> codes(HttpServletRequest request) {
        return screens.show(request, CODES, RecoveryCodesTold.of(request).orElseThrow());
    }
}
