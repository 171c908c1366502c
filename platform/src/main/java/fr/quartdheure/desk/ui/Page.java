package fr.quartdheure.desk.ui;

import fr.quartdheure.account.SignedIn;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;

/**
 * What a template knows besides its own data: the reader, her language and the words in it.
 *
 * @param path the path and query of this page, to come back to it in the other language
 */
public record Page(
        Locale locale,
        MessageSource messages,
        Wording wording,
        Optional<SignedIn> viewer,
        List<Link> navigation,
        boolean demo,
        String path,
        String csrfName,
        String csrfToken,
        Assets assets) {

    public String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }

    public String language() {
        return locale.getLanguage();
    }

    public boolean french() {
        return !"en".equals(language());
    }

    public String otherLanguage() {
        return french() ? "en" : "fr";
    }

    public String otherLanguageUrl() {
        return path + (path.contains("?") ? "&" : "?") + "lang=" + otherLanguage();
    }

    /** "9 h 20" with no-break spaces. */
    public String hour(Instant instant) {
        return wording.hour(instant);
    }

    public String hour(LocalTime time) {
        return wording.hour(time);
    }

    /** "lundi 23 novembre". */
    public String day(Instant instant) {
        return wording.day(instant);
    }

    public String day(LocalDate date) {
        return wording.day(date);
    }

    /** "lundi". */
    public String weekday(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL, locale);
    }

    /** "lundi 23 novembre à 9 h 20". */
    public String moment(Instant instant) {
        return say("layout.moment", day(instant), hour(instant));
    }

    /** A language by its name in the reader's own, as "catalan". */
    public String languageName(String code) {
        return Locale.of(code).getDisplayLanguage(locale);
    }

    /** A phone number as a {@code tel:} link takes it. */
    public String dialled(String phone) {
        return phone.replaceAll("[^0-9+]", "");
    }

    public String asset(String name) {
        return assets.url(name);
    }

    public String htmxVersion() {
        return assets.htmxVersion();
    }

    public String leafletVersion() {
        return assets.leafletVersion();
    }

    public String csrfHeader() {
        return "{\"X-CSRF-TOKEN\":\"" + csrfToken + "\"}";
    }
}
