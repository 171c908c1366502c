package fr.quartdheure.client;

import java.util.Optional;

/** What a scope allows on a kind of resource: the letters c, r, u, d, s of SMART App Launch 2, in this order. */
public enum Permission {
    CREATE,
    READ,
    UPDATE,
    DELETE,
    SEARCH;

    public char letter() {
        return Character.toLowerCase(name().charAt(0));
    }

    static Optional<Permission> of(int letter) {
        for (Permission one : values()) {
            if (one.letter() == letter) {
                return Optional.of(one);
            }
        }
        return Optional.empty();
    }
}
