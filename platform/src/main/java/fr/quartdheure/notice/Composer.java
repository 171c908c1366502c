package fr.quartdheure.notice;

import fr.quartdheure.database.Birth;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Words of messages in the language of the request that they answer, French without one. */
@Component
class Composer {

    private final MessageSource messages;
    private final Birth birth;

    Composer(MessageSource messages, Birth birth) {
        this.messages = messages;
        this.birth = birth;
    }

    Locale locale() {
        var context = LocaleContextHolder.getLocaleContext();
        Locale asked = context == null ? null : context.getLocale();
        return asked != null && "en".equals(asked.getLanguage()) ? Locale.ENGLISH : Locale.FRENCH;
    }

    String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, locale());
    }

    /** A text with what stands under every one: nobody reads answers, and nobody in a demonstration is real. */
    String letter(String key, Object... arguments) {
        return say(key, arguments) + "\n\n" + say("notice.foot") + demonstration("\n");
    }

    /** A text for a phone, as short as can be. */
    String sms(String key, Object... arguments) {
        return say(key, arguments) + demonstration(" ");
    }

    private String demonstration(String separator) {
        return birth.isDemo() ? separator + say("demo.banner") : "";
    }
}
