package fr.quartdheure.notice;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The operator's mail server; without a host no mail leaves.
 *
 * @param from sender of all mail
 * @param timeout for connecting and for each answer of the server
 */
@ConfigurationProperties("quartdheure.mail")
record MailSettings(
        @DefaultValue("") String host,
        @DefaultValue("587") int port,
        @DefaultValue("") String user,
        @DefaultValue("") String password,
        @DefaultValue("") String from,
        @DefaultValue("starttls") Tls tls,
        @DefaultValue("10s") Duration timeout) {

    /** How the connection is protected. */
    enum Tls {
        NONE,
        STARTTLS,
        IMPLICIT
    }

    MailSettings {
        if (!host.isBlank() && !from.contains("@")) {
            throw new IllegalArgumentException(
                    "quartdheure.mail.from must be the address that mail comes from, not \"" + from + "\"");
        }
    }

    boolean present() {
        return !host.isBlank();
    }

    @Override
    public String toString() {
        return "MailSettings[" + host + ":" + port + ", " + tls + "]";
    }
}
