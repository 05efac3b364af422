package org.zhuxi.waste.internal.team;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.Origin;
import org.zhuxi.waste.team.Member;
import org.zhuxi.waste.team.MonthLine;
import org.zhuxi.waste.team.Part;

/** Members of teams, and what they did in a month. */
@Repository
public class TeamStore {

    private final JdbcClient jdbc;

    TeamStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Takes somebody in, or back in, or gives another part. */
    public void put(Member member, Origin origin) {
        jdbc.sql("""
                        insert into waste.team_member (community_id, account_id, username, name, part, since, origin)
                        values (:community, :account, :username, :name, :part, :since, :origin)
                        on conflict (community_id, account_id) do update
                            set username = excluded.username, name = excluded.name, part = excluded.part, until = null
                        """)
                .param("community", member.community().value())
                .param("account", member.account())
                .param("username", member.username())
                .param("name", member.name())
                .param("part", member.part().name())
                .param("since", member.since())
                .param("origin", origin.name())
                .update();
    }

    public boolean leave(CommunityId community, UUID account, LocalDate until) {
        return jdbc.sql("""
                        update waste.team_member
                        set until = greatest(since, :until)
                        where community_id = :community and account_id = :account and until is null
                        """)
                        .param("until", until)
                        .param("community", community.value())
                        .param("account", account)
                        .update()
                == 1;
    }

    /** Those who belong to it now, by part and name. */
    public List<Member> members(CommunityId community) {
        return jdbc.sql("""
                        select community_id, account_id, username, name, part, since, until
                        from waste.team_member
                        where community_id = :community and until is null
                        order by part, name, username
                        """).param("community", community.value()).query(MemberRow.class).list().stream()
                .map(MemberRow::member)
                .toList();
    }

    /** The teams somebody belongs to. */
    public List<Member> membershipsOf(UUID account) {
        return jdbc.sql("""
                        select community_id, account_id, username, name, part, since, until
                        from waste.team_member
                        where account_id = :account and until is null
                        order by community_id
                        """).param("account", account).query(MemberRow.class).list().stream()
                .map(MemberRow::member)
                .toList();
    }

    /** One after the other for each person, so that nobody takes two duties at the same time. */
    public void lockMember(CommunityId community, UUID account) {
        jdbc.sql("""
                        select account_id
                        from waste.team_member
                        where community_id = :community and account_id = :account
                        for update
                        """)
                .param("community", community.value())
                .param("account", account)
                .query(UUID.class)
                .list();
    }

    /** Each member's month: duties from the plan, hours from the records. */
    public List<MonthLine> month(CommunityId community, LocalDate from, LocalDate to, Instant start, Instant end) {
        return jdbc
                .sql("""
                        select m.account_id, m.name, m.part,
                            (select count(*)
                             from waste.duty d
                             where d.community_id = m.community_id and d.account_id = m.account_id
                               and d.starts_at >= :start and d.starts_at < :end and d.cancelled_at is null) as planned,
                            (select count(*)
                             from waste.duty d
                             where d.community_id = m.community_id and d.account_id = m.account_id
                               and d.starts_at >= :start and d.starts_at < :end and d.checked_out_at is not null) as served,
                            coalesce(sum((a.quantities ->> 'duration')::numeric) filter (where a.state = 'VERIFIED'), 0)
                                as verified_hours,
                            coalesce(sum((a.quantities ->> 'duration')::numeric) filter (where a.state = 'RECORDED'), 0)
                                as waiting_hours
                        from waste.team_member m
                        left join activity.v_activity a
                            on a.community_id = m.community_id and a.recorded_by = m.account_id and a.kind = 'waste.duty'
                            and a.local_date >= :from and a.local_date < :to
                        where m.community_id = :community and (m.until is null or m.until >= :from)
                        group by m.community_id, m.account_id, m.name, m.part
                        order by m.part, m.name
                        """)
                .param("community", community.value())
                .param("from", from)
                .param("to", to)
                .param("start", utc(start))
                .param("end", utc(end))
                .query(MonthRow.class)
                .list()
                .stream()
                .map(MonthRow::line)
                .toList();
    }

    private static OffsetDateTime utc(Instant at) {
        return OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
    }

    private record MonthRow(
            UUID accountId,
            String name,
            String part,
            long planned,
            long served,
            BigDecimal verifiedHours,
            BigDecimal waitingHours) {

        MonthLine line() {
            return new MonthLine(accountId, name, Part.valueOf(part), planned, served, verifiedHours, waitingHours);
        }
    }
}
