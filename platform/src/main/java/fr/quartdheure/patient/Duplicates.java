package fr.quartdheure.patient;

import fr.quartdheure.database.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The shelf of records that look alike, and of those that somebody said are two people. */
@Repository
public class Duplicates {

    /** How many people one look goes through, the newest first: a duplicate is made when a record is. */
    public static final int PEOPLE = 5000;

    // Each person is compared with the older ones alone, by indexes: birth date, first word of the name, phone.
    private static final String LIST = """
            with mine as materialized (
              select p.* from patient.patient p
              where exists (select from patient.known_at k
                  where k.patient_id = p.id and k.organization_id = any (:organizations::text[]::uuid[]))
                and (:before::uuid is null
                  or (p.created_at, p.id)
                    < (select b.created_at, b.id from patient.patient b where b.id = :before::uuid))
              order by p.created_at desc, p.id desc limit :people),
            alike as (
              select m.id as newer, o.id as older, 1 as why
              from mine m join patient.patient o
                on o.birth_date = m.birth_date and (o.created_at, o.id) < (m.created_at, m.id)
              where patient.are_alike(m.birth_name, o.birth_name) and patient.are_alike(m.first_names, o.first_names)
                or patient.are_alike(m.birth_name, o.first_names) and patient.are_alike(m.first_names, o.birth_name)
              union
              select m.id, o.id, 2
              from mine m
              join patient.name_word n on n.organization_id = any (:organizations::text[]::uuid[]) and n.rank = 0
                and n.word = split_part(m.plain_name, ' ', 1) and n.plain_name = m.plain_name
              join patient.patient o on o.id = n.patient_id and (o.created_at, o.id) < (m.created_at, m.id)
              where patient.are_dates_near(m.birth_date, o.birth_date)
              union
              select m.id, o.id, 3
              from mine m join patient.patient o on o.phone = m.phone and (o.created_at, o.id) < (m.created_at, m.id)
              where database.plain(o.first_names) = database.plain(m.first_names))
            select newer, older, array_agg(why order by why) as why
            from alike a join mine m on m.id = a.newer
            where exists (select from patient.known_at k
                where k.patient_id = older and k.organization_id = any (:organizations::text[]::uuid[]))
              and not exists (select from patient.distinct_pair d
                where d.one_id = least(newer, older) and d.other_id = greatest(newer, older))
            group by newer, older, m.created_at
            order by m.created_at desc, newer desc, older desc
            limit :limit
            """;
    private static final String FIND_OLDEST_SEEN = """
            select p.id from patient.patient p
            where exists (select from patient.known_at k
                where k.patient_id = p.id and k.organization_id = any (:organizations::text[]::uuid[]))
              and (:before::uuid is null
                or (p.created_at, p.id) < (select b.created_at, b.id from patient.patient b where b.id = :before::uuid))
            order by p.created_at desc, p.id desc offset :people - 1 limit 1
            """;
    private static final String ADD_DISTINCT = """
            insert into patient.distinct_pair (one_id, other_id, said_by, said_at)
            values (least(:one::uuid, :other::uuid), greatest(:one::uuid, :other::uuid), :by, :at)
            on conflict do nothing
            """;
    private static final String REMOVE_DISTINCT = """
            delete from patient.distinct_pair
            where one_id = least(:one::uuid, :other::uuid) and other_id = greatest(:one::uuid, :other::uuid)
            """;
    private static final String LIST_DISTINCT = """
            select d.one_id as newer, d.other_id as older, '{}'::int[] as why
            from patient.distinct_pair d
            where exists (select from patient.known_at k
                where k.patient_id = d.one_id and k.organization_id = any (:organizations::text[]::uuid[]))
              and exists (select from patient.known_at k
                where k.patient_id = d.other_id and k.organization_id = any (:organizations::text[]::uuid[]))
            order by d.said_at desc limit :limit
            """;

    private final JdbcClient jdbc;

    Duplicates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Pairs whom these organisations know both, the newest first; those said to be two people are left out.
     *
     * @param before goes on with people whose records are older than this one's; null from the newest on
     */
    public List<LookAlike> list(Collection<UUID> organizations, @Nullable UUID before, int limit) {
        return jdbc.sql(LIST)
                .param("organizations", Sql.uuids(organizations))
                .param("before", before)
                .param("people", PEOPLE)
                .param("limit", limit)
                .query(Duplicates::map)
                .list();
    }

    /** The last person that {@link #list} went through; empty when there are no older ones. */
    public Optional<UUID> findOldestSeen(Collection<UUID> organizations, @Nullable UUID before) {
        return jdbc.sql(FIND_OLDEST_SEEN)
                .param("organizations", Sql.uuids(organizations))
                .param("before", before)
                .param("people", PEOPLE)
                .query(UUID.class)
                .optional();
    }

    /** Those said to be two people, the last said first; without reasons. */
    public List<LookAlike> listDistinct(Collection<UUID> organizations, int limit) {
        return jdbc.sql(LIST_DISTINCT)
                .param("organizations", Sql.uuids(organizations))
                .param("limit", limit)
                .query(Duplicates::map)
                .list();
    }

    boolean addDistinct(UUID one, UUID other, UUID by, Instant at) {
        return jdbc.sql(ADD_DISTINCT)
                        .param("one", one)
                        .param("other", other)
                        .param("by", by)
                        .param("at", Sql.utc(at))
                        .update()
                == 1;
    }

    boolean removeDistinct(UUID one, UUID other) {
        return jdbc.sql(REMOVE_DISTINCT).param("one", one).param("other", other).update() == 1;
    }

    private static LookAlike map(ResultSet row, int number) throws SQLException {
        var reasons = (Integer[]) row.getArray("why").getArray();
        return new LookAlike(
                row.getObject("newer", UUID.class),
                row.getObject("older", UUID.class),
                Arrays.stream(reasons)
                        .map(reason -> LookAlike.Why.values()[reason - 1])
                        .toList());
    }
}
