package fr.quartdheure.account;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;

/**
 * New recovery codes, to be shown this once; left on the request that is forwarded to {@link #PATH}.
 *
 * @param next where she goes on once she has kept them
 */
public record RecoveryCodesTold(List<String> codes, String next) {

    /** Where they are shown; no browser can ask for it. */
    public static final String PATH = "/account/factor/codes";

    private static final String ATTRIBUTE = RecoveryCodesTold.class.getName();

    public static Optional<RecoveryCodesTold> of(HttpServletRequest request) {
        return Optional.ofNullable((RecoveryCodesTold) request.getAttribute(ATTRIBUTE));
    }

    void putOn(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }

    RecoveryCodesTold thenTo(String page) {
        return new RecoveryCodesTold(codes, page);
    }

    @Override
    public String toString() {
        return "RecoveryCodesTold[not told here]";
    }
}
