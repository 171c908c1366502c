package fr.quartdheure.desk.demo;

import static org.assertj.core.api.Assertions.assertThat;

import fr.quartdheure.account.Channel;
import fr.quartdheure.account.ContactProofs;
import fr.quartdheure.account.ProofOutcome.Proved;
import fr.quartdheure.support.RunningPlatform;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class DemoMessagesPageTest extends RunningPlatform {

    private static final Pattern CODE = Pattern.compile("\"code\":\"([0-9]{6})\"");

    @Autowired
    @SuppressWarnings("NullAway.Init")
    private ContactProofs proofs;

    @Test
    void theCodeCanBeReadInTheOutboxAndGivenBack() {
        UUID proof = proofs.request(Channel.EMAIL, "lea@example.org", null);
        var json = browser().get("/demo/messages", "Accept", "application/json");
        var code = CODE.matcher(json.body());
        assertThat(code.find()).as(json.body()).isTrue();
        assertThat(json.body())
                .startsWith("[{\"to\":\"lea@example.org\",\"channel\":\"email\"")
                .contains("\"sentAt\":\"20")
                .contains("Démonstration : personnes et horaires fictifs");
        var page = browser().get("/demo/messages", "Accept", "text/html");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("<p class=\"big-code\">" + code.group(1) + "</p>");
        assertThat(browser().get("/demo/messages.json").body()).isEqualTo(json.body());
        assertThat(proofs.check(proof, code.group(1))).isInstanceOf(Proved.class);
    }

    @Test
    void linksCanBeFollowed() {
        jdbc.sql("""
                insert into notice.message (purpose, channel, recipient, subject, body, status, sent_at)
                values ('booked', 'email', 'a@example.org', 'S', 'Voir <ici> https://example.org/manage/a?b=1&c=2.', 'kept', now())
                """).update();
        assertThat(browser().get("/demo/messages").body())
                .contains("Voir &lt;ici&gt; <a href=\"https://example.org/manage/a?b=1&amp;c=2\">")
                .contains("</a>.");
    }
}
