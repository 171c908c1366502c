package fr.quartdheure.desk.secretary.agendas;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where and when agendas are prepared for the day the computer is down.
 *
 * @param data the data folder; without one nothing is prepared
 * @param agendasAt hour in Paris, as 19:30, from which tomorrow's are prepared
 */
@ConfigurationProperties("quartdheure")
record PaperSettings(
        @Nullable Path data, @DefaultValue("19:30") String agendasAt) {

    PaperSettings {
        try {
            LocalTime.parse(agendasAt);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "quartdheure.agendas-at is \"" + agendasAt + "\": write an hour as 19:30", e);
        }
    }

    LocalTime hour() {
        return LocalTime.parse(agendasAt);
    }
}
