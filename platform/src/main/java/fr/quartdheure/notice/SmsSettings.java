package fr.quartdheure.notice;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The operator's SMS gateway; without an address no SMS leaves.
 *
 * @param prefixes numbers that SMS may go to: foreign and premium ones are how gateways are made to pay
 * @param perHour SMS to one number in an hour
 * @param perDay SMS to one number in a day
 * @param dailyBudget SMS in a day in all
 */
@ConfigurationProperties("quartdheure.sms")
record SmsSettings(
        @Nullable URI url,
        @DefaultValue("") String token,
        @DefaultValue({"+336", "+337"}) List<String> prefixes,
        @DefaultValue("3") int perHour,
        @DefaultValue("6") int perDay,
        @DefaultValue("1000") int dailyBudget,
        @DefaultValue("10s") Duration timeout) {

    boolean present() {
        return url != null;
    }

    boolean allows(String number) {
        return prefixes.stream().anyMatch(number::startsWith);
    }

    @Override
    public String toString() {
        return "SmsSettings[" + url + "]";
    }
}
