package fr.quartdheure.bench;

import fr.quartdheure.factor.Totp;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

/** One account of the staff: made by the launcher, signed in as its owner would. */
record SignIn(String login, String role, String site) {

    static final String PASSWORD = "quatre mots pour mesurer";
    private static final String SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    private static final int STEP_SECONDS = 30;
    private static final Map<String, Client> FIRST = new ConcurrentHashMap<>();
    private static long lastStep;

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    void create(Path data) throws IOException {
        Application.run(
                PASSWORD + "\n" + SECRET + "\n",
                "account",
                "create",
                "--login",
                login,
                "--name",
                "Mesure",
                "--role",
                role,
                "--site",
                site,
                "--data",
                data.toString(),
                "--password-stdin",
                "--totp-secret-stdin");
    }

    /** From here on the client carries the session: that of the first who signed in on this node, in no time. */
    void on(Client client) throws IOException {
        Client first = FIRST.get(login + client.port());
        if (first != null) {
            client.carryOn(first);
            return;
        }
        signIn(client);
        FIRST.put(login + client.port(), client);
    }

    private void signIn(Client client) throws IOException {
        client.postForm("/login", "login=" + login + "&password=" + encoded(PASSWORD) + token(client, "/login"))
                .expect(302);
        client.postForm("/login/factor", "code=" + nextCode() + token(client, "/login/factor"))
                .expect(302);
    }

    /** A code of its app that was not used yet: each opens once, so a second sign-in waits for the next one. */
    static synchronized String nextCode() {
        Instant at = Instant.now();
        while (at.getEpochSecond() / STEP_SECONDS <= lastStep) {
            LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
            at = Instant.now();
        }
        lastStep = at.getEpochSecond() / STEP_SECONDS;
        return Totp.code(SECRET, at);
    }

    private static String token(Client client, String page) throws IOException {
        var token = TOKEN.matcher(client.get(page).expect(200).body());
        if (!token.find()) {
            throw new IllegalStateException(page + " has no token");
        }
        return "&_csrf=" + encoded(token.group(1));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
