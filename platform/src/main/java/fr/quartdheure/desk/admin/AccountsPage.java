package fr.quartdheure.desk.admin;

import fr.quartdheure.account.AccountCare;
import fr.quartdheure.account.AccountCare.Cared;
import fr.quartdheure.account.AccountCreation;
import fr.quartdheure.account.Channel;
import fr.quartdheure.account.Contact;
import fr.quartdheure.account.ContactReading;
import fr.quartdheure.account.Grant;
import fr.quartdheure.account.Invitations;
import fr.quartdheure.desk.admin.AccountsView.Form;
import fr.quartdheure.desk.admin.AccountsView.Line;
import fr.quartdheure.desk.ui.Screens;
import fr.quartdheure.factor.Factors;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /admin/accounts}: who may sign in, and an invitation for somebody new. */
@Controller
class AccountsPage {

    static final String PATH = "/admin/accounts";
    private static final String TEMPLATE = "desk/admin/accounts.jte";

    private final Screens screens;
    private final AccountCare care;
    private final Invitations invitations;
    private final Factors factors;
    private final GrantPlaces places;

    AccountsPage(Screens screens, AccountCare care, Invitations invitations, Factors factors, GrantPlaces places) {
        this.screens = screens;
        this.care = care;
        this.invitations = invitations;
        this.factors = factors;
        this.places = places;
    }

    @GetMapping(PATH)
    ResponseEntity<byte[]> list(HttpServletRequest request, @RequestParam(defaultValue = "") String text) {
        return screens.show(request, TEMPLATE, view(text, Form.EMPTY, null, null));
    }

    /** The form as it is posted. */
    record Asked(String login, String name, String email, String role, String place) {

        Asked {
            login = Objects.requireNonNullElse(login, "").strip();
            name = Objects.requireNonNullElse(name, "").strip();
            email = Objects.requireNonNullElse(email, "").strip();
            role = Objects.requireNonNullElse(role, "");
            place = Objects.requireNonNullElse(place, "");
        }

        Form form() {
            return new Form(login, name, email, role, place);
        }
    }

    @PostMapping(PATH)
    ResponseEntity<byte[]> invite(HttpServletRequest request, Asked asked) {
        if (asked.name().isEmpty()) {
            return wrong(request, asked, "name", "accounts.refused.name");
        }
        if (!(Contact.read(Channel.EMAIL, asked.email()) instanceof ContactReading.Understood email)) {
            return wrong(request, asked, "email", "accounts.refused.email");
        }
        Optional<Grant> grant = places.read(asked.role(), asked.place());
        if (grant.isEmpty()) {
            return wrong(request, asked, "place", "accounts.refused.place");
        }
        return switch (invitations.invite(asked.login(), asked.name(), email.contact(), List.of(grant.get()))) {
            case AccountCreation.Created created -> AccountPage.back(created.accountId());
            case AccountCreation.LoginTaken taken -> wrong(request, asked, "login", "accounts.refused.taken");
            case AccountCreation.LoginMalformed malformed ->
                wrong(request, asked, "login", "accounts.refused.malformed");
            case AccountCreation.PasswordRefused refused ->
                throw new IllegalStateException("an invitation has no password");
        };
    }

    private ResponseEntity<byte[]> wrong(HttpServletRequest request, Asked asked, String field, String key) {
        return screens.show(request, HttpStatus.UNPROCESSABLE_CONTENT, TEMPLATE, view("", asked.form(), field, key));
    }

    private AccountsView view(String text, Form form, @Nullable String field, @Nullable String key) {
        List<Line> lines = care.search(text).stream()
                .map(cared -> line(cared, factors, places))
                .toList();
        return new AccountsView(text, lines, places.list(), form, field, key);
    }

    static Line line(Cared cared, Factors factors, GrantPlaces places) {
        var account = cared.account();
        return new Line(
                account.id(),
                account.login(),
                account.name(),
                cared.email(),
                account.grants().stream().map(places::given).toList(),
                account.disabled(),
                factors.isSet(account.id()),
                cared.signedInAt(),
                cared.sessions());
    }

    static URI address(Object id) {
        return URI.create(PATH + "/" + id);
    }
}
