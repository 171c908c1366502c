package fr.quartdheure.desk.admin;

import fr.quartdheure.client.Client;
import fr.quartdheure.client.Scopes;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What an administrator says of a client.
 *
 * @param organization id of its organisation; empty when none is chosen
 * @param scopes as they are ticked, each one a scope or several with blanks between them
 */
public record ClientForm(String name, String organization, List<String> scopes) {

    /** What is read by everybody; a client that asks for these scopes is not refused them. */
    public static final String OPEN = Scopes.resources().stream()
            .filter(resource -> !List.of("Appointment", "Patient").contains(resource))
            .map(Scopes::all)
            .collect(Collectors.joining(" "));

    /** What is ticked for appointments and for people, a permission each. */
    public static final List<String> CLOSED = List.of(
            "system/Appointment.s",
            "system/Appointment.r",
            "system/Appointment.c",
            "system/Appointment.u",
            "system/Patient.s",
            "system/Patient.r",
            "system/Patient.c");

    static final ClientForm EMPTY = new ClientForm("", "", List.of(OPEN));

    static ClientForm posted(@Nullable String name, @Nullable String organization, String @Nullable [] scopes) {
        return new ClientForm(
                name == null ? "" : name.strip(),
                organization == null ? "" : organization,
                scopes == null ? List.of() : Arrays.asList(scopes));
    }

    static ClientForm of(Client client) {
        return new ClientForm(
                client.name(),
                client.organizationId().toString(),
                List.of(client.scopes().text()));
    }

    /** Empty when nothing is ticked, or something that is no scope. */
    Optional<Scopes> read() {
        return Scopes.parse(String.join(" ", scopes));
    }

    boolean isNamed() {
        return !name.isEmpty()
                && name.length() <= Client.LONGEST_NAME
                && name.chars().noneMatch(Character::isISOControl);
    }

    /** Whether a box is ticked. */
    public boolean ticked(String box) {
        return read().flatMap(given -> Scopes.parse(box).map(given::cover)).orElse(false);
    }
}
