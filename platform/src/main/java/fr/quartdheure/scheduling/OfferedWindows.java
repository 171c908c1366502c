package fr.quartdheure.scheduling;

import fr.quartdheure.database.Sql;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Unscheduled slots of the rules that a site offers to a CPTS. */
@Repository
public class OfferedWindows {

    private static final String LIST_FREE = """
            select s.* from scheduling.slot s
            where s.free and s.kind = 'unscheduled' and s.start_at >= :from and s.start_at < :to
              and exists (select from scheduling.rule_offered_to o
                join unnest(:cpts::text[]::uuid[], :sites::text[]::uuid[]) as member (cpts_id, site_id)
                  on member.cpts_id = o.cpts_id and member.site_id = s.site_id
                where o.rule_id = s.rule_id)
            order by s.start_at, s.site_id, s.practitioner_id
            limit 200
            """;
    private static final String IS_OFFERED = """
            select exists (select from scheduling.slot s
              join scheduling.rule_offered_to o on o.rule_id = s.rule_id
              join unnest(:cpts::text[]::uuid[], :sites::text[]::uuid[]) as member (cpts_id, site_id)
                on member.cpts_id = o.cpts_id and member.site_id = s.site_id
              where s.id = :slot and s.kind = 'unscheduled')
            """;

    private final JdbcClient jdbc;

    OfferedWindows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A site, by the CPTS that it belongs to. */
    public record Member(UUID cptsId, UUID siteId) {}

    /** What these members offer and is free, the earliest first. */
    public List<Slot> listFree(Collection<Member> members, Instant from, Instant to) {
        return of(LIST_FREE, members)
                .param("from", Sql.utc(from))
                .param("to", Sql.utc(to))
                .query(Slots::map)
                .list();
    }

    /** Whether one of these members offers the slot, taken or free. */
    public boolean isOffered(Collection<Member> members, UUID slotId) {
        return of(IS_OFFERED, members)
                .param("slot", slotId)
                .query(Boolean.class)
                .single();
    }

    private JdbcClient.StatementSpec of(String sql, Collection<Member> members) {
        return jdbc.sql(sql)
                .param("cpts", Sql.uuids(members.stream().map(Member::cptsId).toList()))
                .param("sites", Sql.uuids(members.stream().map(Member::siteId).toList()));
    }
}
