package fr.quartdheure.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.UnexpectedRollbackException;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * One effect per key: a write that carries {@code Idempotency-Key} (or, in a form, {@code once}) runs in one
 * transaction with the record of its answer. A replay gets the same answer, the same key with another body is refused,
 * and a twin that runs at the same time waits for the first. Kept 24 hours.
 */
@Component
@Order(Idempotency.AFTER_SECURITY)
class Idempotency extends OncePerRequestFilter {

    /** Spring Security's chain stands at -100: the caller is known by then. */
    static final int AFTER_SECURITY = -50;

    static final String FORM_FIELD = "once";
    private static final int LONGEST_KEY = 200;

    private final IdempotencyKeys keys;
    private final TransactionTemplate transaction;
    private final Problems problems;

    Idempotency(IdempotencyKeys keys, TransactionTemplate transaction, Problems problems) {
        this.keys = keys;
        this.transaction = transaction;
        this.problems = problems;
    }

    /** An answer with a token in it is never kept. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !"POST".equals(request.getMethod()) || request.getRequestURI().startsWith("/oauth2/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String key = keyOf(request);
        if (key == null) {
            runWithoutKey(request, response, chain);
            return;
        }
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            problems.write(response, 400, "idempotency-key-malformed");
            return;
        }
        var replayable = ReplayableRequest.of(request);
        if (replayable.isEmpty()) {
            problems.write(response, 413, "body-too-large");
            return;
        }
        runOnce(new Once(key, replayable.get()), response, chain);
    }

    /** What is too large is so without a key as well; a form has its own limit. */
    private void runWithoutKey(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!request.getRequestURI().startsWith("/api/")) {
            chain.doFilter(request, response);
            return;
        }
        var readable = ReplayableRequest.of(request);
        if (readable.isEmpty()) {
            problems.write(response, 413, "body-too-large");
            return;
        }
        chain.doFilter(readable.get(), response);
    }

    private void runOnce(Once once, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var answer = new ContentCachingResponseWrapper(response);
        try {
            transaction.executeWithoutResult(status -> attempt(once, answer, chain, status));
        } catch (UncheckedIOException e) {
            throw Optional.ofNullable(e.getCause()).orElseGet(() -> new IOException(e));
        } catch (WrappedServletException e) {
            throw e.failure;
        } catch (UnexpectedRollbackException e) {
            // The act undid itself and said so in its answer: nothing was kept, the answer stands. Any other failure
            // of the transaction (no connection, refused commit) is no answer: it goes up.
            logger.debug("the act rolled back, its answer is not kept", e);
        }
        answer.copyBodyToResponse();
    }

    private void attempt(Once once, ContentCachingResponseWrapper answer, FilterChain chain, TransactionStatus status) {
        try {
            var claim = keys.claim(
                    once.caller(), once.route(), once.key(), once.request().fingerprint());
            switch (claim) {
                case IdempotencyKeys.Claim.First _first -> {
                    chain.doFilter(once.request(), answer);
                    keepOrForget(once, answer, status);
                }
                case IdempotencyKeys.Claim.Replay replay -> replay.writeTo(answer);
                case IdempotencyKeys.Claim.OtherBody _other -> problems.write(answer, 422, "idempotency-key-reused");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ServletException e) {
            throw new WrappedServletException(e);
        }
    }

    private void keepOrForget(Once once, ContentCachingResponseWrapper answer, TransactionStatus status) {
        if (answer.getStatus() >= 500 || answer.getStatus() == 429) {
            status.setRollbackOnly();
        } else if (!status.isRollbackOnly()) {
            keys.keep(once.caller(), once.route(), once.key(), IdempotencyKeys.Answer.of(answer));
        }
    }

    private static @Nullable String keyOf(HttpServletRequest request) {
        String header = request.getHeader("Idempotency-Key");
        if (header != null || request.getRequestURI().startsWith("/api/")) {
            return header;
        }
        return ReplayableRequest.isForm(request) ? request.getParameter(FORM_FIELD) : null;
    }

    private record Once(String key, ReplayableRequest request) {

        String caller() {
            var user = request.getUserPrincipal();
            return user != null ? user.getName() : ClientAddress.of(request);
        }

        String route() {
            return request.getRequestURI();
        }
    }

    private static final class WrappedServletException extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final ServletException failure;

        private WrappedServletException(ServletException failure) {
            super(failure);
            this.failure = failure;
        }
    }
}
