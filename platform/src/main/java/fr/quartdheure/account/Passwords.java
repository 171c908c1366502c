package fr.quartdheure.account;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/** Judges, hashes and compares passwords with Argon2id. Thread-safe. */
@Component
public class Passwords {

    static final int SHORTEST = 12;
    private static final int LONGEST = 200;
    private static final int FEWEST_DISTINCT = 5;
    private static final int MEMORY_KIB = 19 * 1024;
    private static final int PASSES = 2;

    /** What remains of the usual ones once digits and signs are taken off. */
    private static final Set<String> COMMON = Set.of(
            "password",
            "passwordpassword",
            "motdepasse",
            "motdepassemotdepasse",
            "monmotdepasse",
            "azerty",
            "azertyuiop",
            "azertyuiopqs",
            "azertyuiopqsdfghjklm",
            "qwerty",
            "qwertyuiop",
            "qwertyuiopasdf",
            "qwertyuiopasdfghjkl",
            "abcdefghijkl",
            "abcdefghijklm",
            "abcdefghijklmnop",
            "iloveyou",
            "iloveyouforever",
            "jetaime",
            "jetaimejetaime",
            "administrateur",
            "administrator",
            "admin",
            "adminadmin",
            "bienvenue",
            "welcome",
            "letmein",
            "changeme",
            "changemechangeme",
            "changezmoi",
            "secretariat",
            "secretaire",
            "medecin",
            "docteur",
            "sante",
            "quartdheure",
            "perpignan",
            "occitanie",
            "catalan",
            "france",
            "soleil",
            "doudou",
            "loulou",
            "chouchou",
            "marseille",
            "football",
            "superman",
            "princess",
            "princesse",
            "dragon",
            "monkey",
            "sunshine",
            "trustnoone",
            "correcthorsebatterystaple",
            "");

    private final Argon2PasswordEncoder argon2 = new Argon2PasswordEncoder(16, 32, 1, MEMORY_KIB, PASSES);
    /** Each hash takes 19 MiB: a crowd at the door must not take the whole heap. */
    private final Semaphore turns = new Semaphore(3, true);

    private final String nobodys = hash("nobody has this password");

    public Optional<PasswordWeakness> weakness(String login, String password) {
        if (password.codePointCount(0, password.length()) < SHORTEST) {
            return Optional.of(PasswordWeakness.TOO_SHORT);
        }
        if (password.length() > LONGEST) {
            return Optional.of(PasswordWeakness.TOO_LONG);
        }
        String plain = password.toLowerCase(Locale.ROOT);
        if (COMMON.contains(plain.replaceAll("[^\\p{L}]", ""))
                || plain.chars().distinct().count() < FEWEST_DISTINCT) {
            return Optional.of(PasswordWeakness.COMMON);
        }
        return login.length() >= 4 && plain.contains(login.toLowerCase(Locale.ROOT))
                ? Optional.of(PasswordWeakness.CONTAINS_LOGIN)
                : Optional.empty();
    }

    public final String hash(String password) {
        return inTurn(() -> argon2.encode(password));
    }

    /** An unknown login costs the same time as a known one: its password is compared with nobody's. */
    boolean matches(String password, @Nullable String hash) {
        String usable = password.length() > LONGEST ? "" : password;
        boolean same = inTurn(() -> argon2.matches(usable, hash == null ? nobodys : hash));
        return same && hash != null && !usable.isEmpty();
    }

    private <T> T inTurn(Supplier<T> work) {
        turns.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            turns.release();
        }
    }
}
