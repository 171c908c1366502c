package fr.quartdheure.patient;

import fr.quartdheure.database.Sql;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Finds people by their names among those whom some organisations know: word beginnings in any order, accents and case
 * aside, one letter of each word wrong. Milliseconds among a million, whatever is typed.
 */
@Repository
class NameSearch {

    // The longest word leads into the index; what it finds there in the order of the index is checked against the other
    // words (three at most, each once turned into patterns) and cut at the limit. "meant" says how: first the whole
    // name
    // as typed or with its last word first, then the beginning of a word, then words that differ by a letter: they
    // share
    // a variant, see patient.spelling, which the limit keeps the planner from reading from end to end.
    private static final String SEARCH = """
            with given as (select database.plain(:typed) as name),
            typed as (
              select word, row_number() over (order by length(word) desc, place) as turn
              from given, unnest(string_to_array(name, ' ')) with ordinality as w (word, place)),
            near as (
              select distinct t.turn, s.word
              from typed t cross join lateral patient.spellings(t.word) as v
              cross join lateral (select word from patient.spelling where variant = v limit 100) as s
              where s.word not like t.word || '%'),
            others as (
              select t.turn, array_agg('% ' || e.word || ' %') || array['% ' || t.word || '%'] as likes
              from typed t left join near e on e.turn = t.turn group by t.turn, t.word),
            whole as (
              select name from given where name like '% %'
              union select regexp_replace(name, '^(.*) (\\S+)$', '\\2 \\1') from given where name like '% %'),
            meant as (
              select 0 as far, split_part(name, ' ', 1) as least, split_part(name, ' ', 1) as most,
                name as first_name, name || '~' as last_name from whole
              union all select 1, word, word || '~', '', '~' from typed where turn = 1
              union all select 2, word, word, '', '~' from near where turn = 1),
            asked as (
              select o as organization_id, r as rank
              from unnest(:organizations::text[]::uuid[]) as o, generate_series(0, 2) as r),
            found as (
              select m.far, n.*
              from meant m cross join asked a cross join lateral (
                select n.rank, n.word, n.plain_name, n.patient_id from patient.name_word n
                where n.organization_id = a.organization_id and n.rank = a.rank
                  and n.word >= m.least and n.word <= m.most
                  and n.plain_name >= m.first_name and n.plain_name <= m.last_name
                  and ' ' || n.plain_name || ' ' like any (coalesce((select likes from others where turn = 2), '{%}'))
                  and ' ' || n.plain_name || ' ' like any (coalesce((select likes from others where turn = 3), '{%}'))
                  and ' ' || n.plain_name || ' ' like any (coalesce((select likes from others where turn = 4), '{%}'))
                order by n.word, n.plain_name limit :limit) as n),
            best as (
              select patient_id, min(far * 8 + rank) as place, min(word) as word, min(plain_name) as plain_name
              from found group by patient_id order by place, word, plain_name limit :limit)
            select p.id, birth_name, first_names, birth_date, sex, identity_level, email, phone
            from best b join patient.patient p on p.id = b.patient_id
            order by b.place, b.word, b.plain_name, p.birth_date
            """;

    private final JdbcClient jdbc;

    NameSearch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Patient> search(Collection<UUID> organizations, String typed, int limit) {
        return jdbc.sql(SEARCH)
                .param("typed", typed)
                .param("organizations", Sql.uuids(organizations))
                .param("limit", limit)
                .query(Patients::map)
                .list();
    }
}
