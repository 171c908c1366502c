package fr.quartdheure.geo;

import java.util.regex.Pattern;

/**
 * A community of communes, agglomeration or metropolis (établissement public de coopération intercommunale).
 *
 * @param code its SIREN number, nine digits
 */
public record Epci(String code, String name) {

    private static final Pattern CODE = Pattern.compile("[0-9]{9}");

    public Epci {
        if (!isCode(code)) {
            throw new IllegalArgumentException("\"" + code + "\" is not the SIREN number of an EPCI");
        }
        if (name.isBlank()) {
            throw new IllegalArgumentException("the EPCI " + code + " has no name");
        }
    }

    static boolean isCode(String code) {
        return CODE.matcher(code).matches();
    }
}
