package fr.quartdheure.scheduling;

import fr.quartdheure.database.Sql;
import fr.quartdheure.scheduling.Occupations.Resource;
import fr.quartdheure.scheduling.Occupations.ResourceKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The shelf of who and what appointments take besides their practitioner, room and patient. */
@Repository
public class Participants {

    private static final String ADD = """
            insert into scheduling.participant (appointment_id, kind, resource_id)
            select :appointment, p.kind, p.id from unnest(:kinds::text[], :ids::text[]::uuid[]) as p (kind, id)
            """;
    private static final String LIST = """
            select appointment_id, kind, resource_id from scheduling.participant
            where appointment_id = any (:appointments::text[]::uuid[])
            order by appointment_id, kind, resource_id
            """;

    private final JdbcClient jdbc;

    Participants(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(UUID appointmentId, Collection<Resource> more) {
        if (!more.isEmpty()) {
            jdbc.sql(ADD)
                    .param("appointment", appointmentId)
                    .param("kinds", more.stream().map(one -> one.kind().code()).toArray(String[]::new))
                    .param("ids", Sql.uuids(more.stream().map(Resource::id).toList()))
                    .update();
        }
    }

    /** By appointment; one that takes nothing more is absent. */
    public Map<UUID, List<Participant>> listOf(Collection<UUID> appointmentIds) {
        return jdbc
                .sql(LIST)
                .param("appointments", Sql.uuids(appointmentIds))
                .query((row, number) -> new Participant(
                        row.getObject("appointment_id", UUID.class),
                        Participant.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                        row.getObject("resource_id", UUID.class)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Participant::appointmentId));
    }

    /** All that an appointment takes from the agenda. */
    List<Resource> resourcesOf(Appointment appointment) {
        var all = new ArrayList<>(Resource.of(appointment));
        all.addAll(moreOf(appointment.id()));
        return all;
    }

    List<Resource> moreOf(UUID appointmentId) {
        return listOf(List.of(appointmentId)).getOrDefault(appointmentId, List.of()).stream()
                .map(Participants::resource)
                .toList();
    }

    static Resource resource(Participant one) {
        return new Resource(ResourceKind.of(one.kind().name()), one.resourceId());
    }
}
