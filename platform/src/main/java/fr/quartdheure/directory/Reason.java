package fr.quartdheure.directory;

import java.util.Locale;

/**
 * Why somebody comes, chosen from a list, never written freely.
 *
 * @param minutes how long it usually takes, 5 to 240
 */
public record Reason(String code, String nameFr, String nameEn, int minutes) {

    public String name(Locale locale) {
        return "en".equals(locale.getLanguage()) ? nameEn : nameFr;
    }
}
