package fr.quartdheure.account;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.AuthenticatedPrincipal;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/**
 * Somebody who signed in with a password and a second factor, or in one step in a demonstration.
 *
 * @param since when she signed in: a session ends twelve hours later however busy it is
 */
record StaffPrincipal(SignedIn account, Instant since) implements AccountPrincipal, AuthenticatedPrincipal {

    private static final long serialVersionUID = 1L;

    @Override
    public String getName() {
        return account.login();
    }

    @Override
    public UUID accountId() {
        return account.accountId();
    }

    @Override
    public String role() {
        String roles = account.grants().stream()
                .map(grant -> grant.role().code())
                .distinct()
                .sorted()
                .collect(Collectors.joining("+"));
        return roles.isEmpty() ? "none" : roles;
    }

    @Override
    public @Nullable UUID organizationId() {
        List<UUID> organizations = account.grants().stream()
                .map(Grant::organizationId)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return organizations.size() == 1 ? organizations.getFirst() : null;
    }

    List<GrantedAuthority> authorities() {
        return account.grants().stream()
                .map(grant -> grant.role().name())
                .distinct()
                .<GrantedAuthority>map(role -> new SimpleGrantedAuthority("ROLE_" + role))
                .toList();
    }
}
