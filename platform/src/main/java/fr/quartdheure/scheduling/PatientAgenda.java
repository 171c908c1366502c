package fr.quartdheure.scheduling;

import fr.quartdheure.database.Sql;
import fr.quartdheure.directory.Site;
import fr.quartdheure.directory.Sites;
import fr.quartdheure.patient.MovedLink;
import fr.quartdheure.patient.Obstacle;
import fr.quartdheure.patient.OwnedRows;
import fr.quartdheure.patient.Patient;
import fr.quartdheure.patient.PersonalLinks;
import fr.quartdheure.scheduling.Occupations.Resource;
import fr.quartdheure.scheduling.Occupations.ResourceKind;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The appointments of people whose records become one, or two again. From then on whatever is still to come occupies
 * the one that stays under her own id, however it was booked: she is in one place at a time.
 */
@Repository
public class PatientAgenda implements PersonalLinks {

    private static final String COUNT = """
            select count(*) filter (where start_at > :now and status in ('booked', 'arrived')) as coming,
              count(*) filter (where not (start_at > :now and status in ('booked', 'arrived'))) as past
            from scheduling.appointment
            where patient_id = :patient and status not in ('held', 'awaiting-code', 'expired')
            """;
    private static final String LIST_KEYS = """
            select distinct person_key from scheduling.appointment
            where patient_id in (:one, :other) and end_at > :now and person_key is not null
            """;
    private static final String LIST_OVERLAPS = """
            with theirs as (
              select a.id, o.resource_id, o.during
              from scheduling.appointment a join scheduling.occupation o on o.appointment_id = a.id
              where a.patient_id in (:one, :other) and a.end_at > :now and o.resource_kind = 'patient')
            select x.id as earlier, y.id as later from theirs x join theirs y
              on x.during && y.during and (lower(x.during), x.id) < (lower(y.during), y.id)
            order by lower(x.during), x.id, y.id
            """;
    private static final String MOVE = """
            update scheduling.appointment set patient_id = :kept where patient_id = :gone
            returning 'appointment' as kind, id as row_id, :gone::text as was
            """;
    private static final String MOVE_SERIES = """
            update scheduling.series set patient_id = :kept where patient_id = :gone
            returning 'series' as kind, id as row_id, :gone::text as was
            """;
    private static final String LIST_OTHERWISE_KEYED = """
            select 'person' as kind, id as row_id, person_key::text as was from scheduling.appointment
            where patient_id = :kept and end_at > :now and person_key <> :kept
            order by id
            """;
    // An occupation is never changed: those of the person are taken away and come back under her key.
    private static final String REKEY = """
            with asked as (
              select * from unnest(:ids::text[]::uuid[], :keys::text[]::uuid[]) as k (id, key)),
            mine as (
              select a.id, k.key from asked k join scheduling.appointment a on a.id = k.id and a.patient_id = :patient),
            keyed as (
              update scheduling.appointment a set person_key = m.key from mine m where a.id = m.id returning a.id),
            away as (
              delete from scheduling.occupation o using mine m
              where o.appointment_id = m.id and o.resource_kind = 'patient'
              returning o.*)
            insert into scheduling.occupation (resource_kind, resource_id, during, cause, appointment_id)
            select w.resource_kind, m.key, w.during, w.cause, w.appointment_id
            from away w join mine m on m.id = w.appointment_id
            """;
    private static final String LIST_TAKEN = """
            select distinct a.id
            from unnest(:ids::text[]::uuid[], :keys::text[]::uuid[]) as k (id, key)
            join scheduling.appointment a on a.id = k.id and a.patient_id = :patient
            join scheduling.occupation mine on mine.appointment_id = a.id and mine.resource_kind = 'patient'
            join scheduling.occupation other on other.resource_kind = 'patient' and other.resource_id = k.key
              and other.during && mine.during and other.appointment_id <> all (:ids::text[]::uuid[])
            """;
    private static final String GIVE_BACK = """
            update scheduling.appointment set patient_id = :gone
            where id = any (:ids::text[]::uuid[]) and patient_id = :kept
            """;
    private static final String GIVE_BACK_SERIES = """
            update scheduling.series set patient_id = :gone where id = any (:ids::text[]::uuid[]) and patient_id = :kept
            """;
    private static final String IS_SEEN_AT = """
            select exists (select from scheduling.appointment
              where patient_id = :patient and site_id = any (:sites::text[]::uuid[])
                and status not in ('held', 'expired'))
            """;
    private static final String LIST_SITES = """
            select distinct site_id from scheduling.appointment where patient_id = :patient and end_at > :now
            """;

    private static final OwnedRows APPOINTMENTS = new OwnedRows("appointment", MOVE, GIVE_BACK);
    private static final OwnedRows SERIES = new OwnedRows("series", MOVE_SERIES, GIVE_BACK_SERIES);

    private final JdbcClient jdbc;
    private final Occupations occupations;
    private final Sites sites;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PatientAgenda(
            JdbcClient jdbc, Occupations occupations, Sites sites, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.occupations = occupations;
        this.sites = sites;
        this.events = events;
        this.clock = clock;
    }

    public AgendaCount count(UUID patientId) {
        return jdbc.sql(COUNT)
                .param("patient", patientId)
                .param("now", now())
                .query((row, number) -> new AgendaCount(row.getInt("coming"), row.getInt("past")))
                .single();
    }

    @Override
    public String module() {
        return "scheduling";
    }

    @Override
    public void lock(UUID one, UUID other) {
        List<UUID> keys = jdbc.sql(LIST_KEYS)
                .param("one", one)
                .param("other", other)
                .param("now", now())
                .query(UUID.class)
                .list();
        occupations.lock(Stream.concat(Stream.of(one, other), keys.stream())
                .distinct()
                .map(key -> new Resource(ResourceKind.PATIENT, key))
                .toList());
    }

    @Override
    public List<Obstacle> obstacles(UUID kept, UUID gone) {
        return jdbc.sql(LIST_OVERLAPS)
                .param("one", kept)
                .param("other", gone)
                .param("now", now())
                .query((row, number) -> Obstacle.of(
                        Obstacle.Kind.SAME_HOUR,
                        row.getObject("earlier", UUID.class),
                        row.getObject("later", UUID.class)))
                .list();
    }

    @Override
    public List<MovedLink> move(Patient kept, UUID gone) {
        var moved = new ArrayList<>(APPOINTMENTS.move(jdbc, kept.id(), gone));
        moved.addAll(SERIES.move(jdbc, kept.id(), gone));
        List<MovedLink> keyed = jdbc.sql(LIST_OTHERWISE_KEYED)
                .param("kept", kept.id())
                .param("now", now())
                .query(MovedLink.MAPPER)
                .list();
        rekey(keyed, keyed.stream().map(link -> kept.id()).toList(), kept.id());
        moved.addAll(keyed);
        tellBoards(kept.id());
        return moved;
    }

    @Override
    public List<Obstacle> obstaclesToReturn(UUID kept, List<MovedLink> moved) {
        List<MovedLink> keyed = MovedLink.of("person", moved);
        return jdbc
                .sql(LIST_TAKEN)
                .param("ids", MovedLink.ids(keyed))
                .param("keys", keyed.stream().map(MovedLink::was).toArray(String[]::new))
                .param("patient", kept)
                .query(UUID.class)
                .list()
                .stream()
                .map(id -> Obstacle.of(Obstacle.Kind.HOUR_TAKEN, id))
                .toList();
    }

    @Override
    public void giveBack(UUID kept, UUID gone, List<MovedLink> moved) {
        List<MovedLink> keyed = MovedLink.of("person", moved);
        rekey(keyed, keyed.stream().map(link -> UUID.fromString(link.was())).toList(), kept);
        APPOINTMENTS.giveBack(jdbc, kept, gone, moved);
        SERIES.giveBack(jdbc, kept, gone, moved);
        tellBoards(kept);
        tellBoards(gone);
    }

    @Override
    public boolean isCaredForBy(UUID organization, UUID person) {
        List<UUID> there = sites.ofOrganizations(Set.of(organization)).stream()
                .map(Site::id)
                .toList();
        return jdbc.sql(IS_SEEN_AT)
                .param("patient", person)
                .param("sites", Sql.uuids(there))
                .query(Boolean.class)
                .single();
    }

    private void rekey(List<MovedLink> links, List<UUID> keys, UUID patient) {
        jdbc.sql(REKEY)
                .param("ids", MovedLink.ids(links))
                .param("keys", Sql.uuids(keys))
                .param("patient", patient)
                .update();
    }

    private void tellBoards(UUID patient) {
        jdbc.sql(LIST_SITES)
                .param("patient", patient)
                .param("now", now())
                .query(UUID.class)
                .list()
                .forEach(site -> events.publishEvent(new AgendaChanged(site)));
    }

    private OffsetDateTime now() {
        return Sql.utc(clock.instant());
    }
}
