package fr.quartdheure.audit;

import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Writes each trace at once, on the publisher's connection: an act that cannot be traced does not happen. */
@Component
class Traces {

    private static final String WRITE = """
            insert into audit.trace (account_id, role, organization_id, act, subject_kind, subject_ids, reason, address)
            values (:account, :role, :organization, :act, :kind, cast(:ids as uuid[]), :reason, :address)
            """;

    private final JdbcClient jdbc;

    Traces(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventListener
    void write(Trace trace) {
        String address = address();
        Optional<Actor> actor = actor();
        jdbc.sql(WRITE)
                .param("account", actor.map(Actor::accountId).orElse(null))
                .param("role", role(trace, actor, address))
                .param("organization", organization(trace, actor))
                .param("act", trace.act())
                .param("kind", trace.subjectKind())
                .param(
                        "ids",
                        trace.subjectIds().stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}")))
                .param("reason", trace.reason())
                .param("address", address)
                .update();
    }

    /** Without an account it is the public behind a request, and otherwise the platform itself. */
    private static String role(Trace trace, Optional<Actor> actor, @Nullable String address) {
        if (trace.role() != null) {
            return trace.role();
        }
        return actor.map(Actor::role).orElse(address == null ? "system" : "public");
    }

    private static @Nullable UUID organization(Trace trace, Optional<Actor> actor) {
        if (trace.organizationId() != null || actor.isEmpty()) {
            return trace.organizationId();
        }
        return actor.get().organizationId();
    }

    private static Optional<Actor> actor() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof Actor actor
                ? Optional.of(actor)
                : Optional.empty();
    }

    private static @Nullable String address() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                ? attributes.getRequest().getRemoteAddr()
                : null;
    }
}
