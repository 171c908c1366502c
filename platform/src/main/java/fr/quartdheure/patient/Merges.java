package fr.quartdheure.patient;

import fr.quartdheure.database.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The shelf of merges: what was moved, and what the one that stays was before. */
@Repository
public class Merges {

    private static final String FIND = """
            select id, kept_id, gone_id, merged_at from patient.merge where id = :id and undone_at is null
            """;
    private static final String LIST = """
            select m.id, m.kept_id, m.gone_id, m.merged_at from patient.merge m
            where m.undone_at is null and exists (select from patient.known_at k
              where k.patient_id = m.kept_id and k.organization_id = any (:organizations::text[]::uuid[]))
            order by m.number desc limit :limit
            """;
    // Whoever makes something new for one of the two waits here, by the foreign keys, until the act has ended.
    private static final String LOCK = """
            select id from patient.patient where id = any (:ids::text[]::uuid[]) and merged_into is null
            order by id for update
            """;
    private static final String ADD = """
            insert into patient.merge (id, kept_id, gone_id, merged_by, merged_at, kept_before)
            select :id, p.id, :gone, :by, :at, to_jsonb(p) from patient.patient p where p.id = :kept
            """;
    private static final String HIDE = """
            update patient.patient set merged_into = :kept where id = :gone
            """;
    private static final String MOVE_KNOWN = """
            with gone as (
              delete from patient.known_at where patient_id = :gone returning organization_id),
            more as (
              insert into patient.known_at (patient_id, organization_id) select :kept::uuid, organization_id from gone
              on conflict do nothing returning organization_id)
            insert into patient.merge_link (merge_id, module, kind, row_id, was)
            select :id::uuid, 'patient', 'known-gone', organization_id, '' from gone
            union all select :id::uuid, 'patient', 'known-kept', organization_id, '' from more
            """;
    private static final String WRITE = """
            update patient.patient
            set birth_name = :birthName, first_names = :firstNames, birth_date = :birthDate, sex = :sex,
              identity_level = :level, email = :email, phone = :phone
            where id = :id
            """;
    private static final String SEAL = """
            update patient.merge m set kept_after = to_jsonb(p) from patient.patient p
            where m.id = :id and p.id = m.kept_id
            """;
    private static final String ADD_LINKS = """
            insert into patient.merge_link (merge_id, module, kind, row_id, was)
            select :id, :module, l.kind, l.row_id, l.was
            from unnest(:kinds::text[], :rows::text[]::uuid[], :was::text[]) as l (kind, row_id, was)
            """;
    private static final String LIST_LINKS = """
            select kind, row_id, was from patient.merge_link where merge_id = :id and module = :module
            order by kind, row_id
            """;
    // Columns that were added since are not known to have been otherwise.
    private static final String IS_CHANGED = """
            select not to_jsonb(p) @> m.kept_after from patient.merge m join patient.patient p on p.id = m.kept_id
            where m.id = :id
            """;
    private static final String IS_FOLLOWED = """
            select exists (
              select from patient.merge m join patient.merge later on later.number > m.number
                and (later.kept_id = m.kept_id or later.gone_id = m.kept_id)
              where m.id = :id and later.undone_at is null)
            """;
    private static final String REVEAL = """
            update patient.patient set merged_into = null where id = :gone
            """;
    private static final String RESTORE = """
            update patient.patient p
            set birth_name = b.birth_name, used_name = b.used_name, first_names = b.first_names,
              birth_date = b.birth_date, sex = b.sex, identity_level = b.identity_level, email = b.email,
              phone = b.phone
            from (select (jsonb_populate_record(null::patient.patient, m.kept_before)).* from patient.merge m
              where m.id = :id) as b
            where p.id = b.id
            """;
    private static final String KNOW_AGAIN = """
            insert into patient.known_at (patient_id, organization_id)
            select :gone::uuid, row_id from patient.merge_link
            where merge_id = :id and module = 'patient' and kind = 'known-gone'
            on conflict do nothing
            """;
    private static final String FORGET = """
            delete from patient.known_at
            where patient_id = :kept and organization_id = any (:organizations::text[]::uuid[])
            """;
    private static final String END = """
            update patient.merge set undone_at = :at where id = :id and undone_at is null
            """;

    private final JdbcClient jdbc;

    Merges(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A merge that has not been taken back. */
    public Optional<Merge> find(UUID id) {
        return jdbc.sql(FIND).param("id", id).query(Merges::map).optional();
    }

    /** The last ones first, of people whom these organisations know. */
    public List<Merge> list(Collection<UUID> organizations, int limit) {
        return jdbc.sql(LIST)
                .param("organizations", Sql.uuids(organizations))
                .param("limit", limit)
                .query(Merges::map)
                .list();
    }

    /** Locks those of them that stand for somebody, until the end of the transaction, and says how many. */
    int lock(UUID one, UUID other) {
        return jdbc.sql(LOCK)
                .param("ids", Sql.uuids(List.of(one, other)))
                .query(UUID.class)
                .list()
                .size();
    }

    void add(Merge merge, UUID by) {
        jdbc.sql(ADD)
                .param("id", merge.id())
                .param("kept", merge.keptId())
                .param("gone", merge.goneId())
                .param("by", by)
                .param("at", Sql.utc(merge.mergedAt()))
                .update();
    }

    /** Hides the one that goes; the organisations that knew her know the one that stays. */
    void hide(Merge merge) {
        jdbc.sql(HIDE)
                .param("kept", merge.keptId())
                .param("gone", merge.goneId())
                .update();
        jdbc.sql(MOVE_KNOWN)
                .param("id", merge.id())
                .param("kept", merge.keptId())
                .param("gone", merge.goneId())
                .update();
    }

    /** Writes the traits of the one that stays, and remembers what they are from now on. */
    void write(Merge merge, Patient traits) {
        jdbc.sql(WRITE)
                .param("id", merge.keptId())
                .param("birthName", traits.identity().birthName())
                .param("firstNames", traits.identity().firstNames())
                .param("birthDate", traits.identity().birthDate())
                .param("sex", traits.identity().sex().code())
                .param("level", traits.identityLevel())
                .param("email", traits.email())
                .param("phone", traits.phone())
                .update();
        jdbc.sql(SEAL).param("id", merge.id()).update();
    }

    void addLinks(UUID mergeId, String module, List<MovedLink> links) {
        jdbc.sql(ADD_LINKS)
                .param("id", mergeId)
                .param("module", module)
                .param("kinds", links.stream().map(MovedLink::kind).toArray(String[]::new))
                .param("rows", Sql.uuids(links.stream().map(MovedLink::id).toList()))
                .param("was", links.stream().map(MovedLink::was).toArray(String[]::new))
                .update();
    }

    List<MovedLink> listLinks(UUID mergeId, String module) {
        return jdbc.sql(LIST_LINKS)
                .param("id", mergeId)
                .param("module", module)
                .query(MovedLink.MAPPER)
                .list();
    }

    /** Whether somebody changed the traits of the one that stayed. */
    boolean isChanged(UUID mergeId) {
        return jdbc.sql(IS_CHANGED).param("id", mergeId).query(Boolean.class).single();
    }

    /** Whether the one that stayed is in a later merge. */
    boolean isFollowed(UUID mergeId) {
        return jdbc.sql(IS_FOLLOWED).param("id", mergeId).query(Boolean.class).single();
    }

    /** Shows the one that was hidden, with the organisations that knew her; the other has her traits of before. */
    void reveal(Merge merge) {
        jdbc.sql(REVEAL).param("gone", merge.goneId()).update();
        jdbc.sql(RESTORE).param("id", merge.id()).update();
        jdbc.sql(KNOW_AGAIN)
                .param("id", merge.id())
                .param("gone", merge.goneId())
                .update();
    }

    void forget(UUID patientId, Collection<UUID> organizations) {
        jdbc.sql(FORGET)
                .param("kept", patientId)
                .param("organizations", Sql.uuids(organizations))
                .update();
    }

    boolean end(UUID mergeId, Instant at) {
        return jdbc.sql(END).param("id", mergeId).param("at", Sql.utc(at)).update() == 1;
    }

    private static Merge map(ResultSet row, int number) throws SQLException {
        return new Merge(
                row.getObject("id", UUID.class),
                row.getObject("kept_id", UUID.class),
                row.getObject("gone_id", UUID.class),
                Sql.instant(row, "merged_at"));
    }
}
