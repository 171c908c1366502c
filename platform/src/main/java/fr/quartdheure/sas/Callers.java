package fr.quartdheure.sas;

import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;

/** Whose certificates are let in: by common name and organisational unit, which an authority vouches for. Immutable. */
final class Callers {

    private final List<Caller> known;

    /**
     * @param written each as "CN=…,OU=…"
     * @throws IllegalArgumentException when one has no CN or no OU
     */
    Callers(Collection<String> written) {
        known = written.stream().map(Callers::caller).toList();
    }

    boolean know(X509Certificate certificate) {
        var subject = names(certificate.getSubjectX500Principal().getName());
        return known.stream()
                .anyMatch(caller -> subject.contains(caller.commonName()) && subject.contains(caller.unit()));
    }

    private static Caller caller(String written) {
        Set<Named> names = names(written);
        return new Caller(one(names, "CN", written), one(names, "OU", written));
    }

    private static Named one(Set<Named> names, String type, String written) {
        return names.stream()
                .filter(name -> name.type().equals(type))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "A caller of the SAS is written CN=…,OU=…, and not \"" + written + "\""));
    }

    private static Set<Named> names(String written) {
        try {
            return new LdapName(written)
                    .getRdns().stream().map(Callers::named).collect(Collectors.toCollection(HashSet::new));
        } catch (InvalidNameException e) {
            throw new IllegalArgumentException(
                    "A caller of the SAS is written CN=…,OU=…, and not \"" + written + "\"", e);
        }
    }

    private static Named named(Rdn rdn) {
        return new Named(rdn.getType().toUpperCase(Locale.ROOT), String.valueOf(rdn.getValue()));
    }

    private record Named(String type, String value) {}

    private record Caller(Named commonName, Named unit) {}
}
