package fr.quartdheure.bench;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** One account of the staff: made by the launcher, signed in as its owner would. */
record SignIn(String login, String role, String site) {

    static final String PASSWORD = "quatre mots pour mesurer";

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    void create(Path data) throws IOException {
        Application.run(
                PASSWORD + "\n",
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
                "--password-stdin");
    }

    /** From here on the client carries the session. */
    void on(Client client) throws IOException {
        var token = TOKEN.matcher(client.get("/login").expect(200).body());
        if (!token.find()) {
            throw new IllegalStateException("the login form has no token");
        }
        client.postForm(
                        "/login",
                        "login=" + login + "&password=" + URLEncoder.encode(PASSWORD, StandardCharsets.UTF_8)
                                + "&_csrf=" + URLEncoder.encode(token.group(1), StandardCharsets.UTF_8))
                .expect(302);
    }
}
