package org.zhuxi.waste.internal.team;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.Origin;
import org.zhuxi.waste.team.HourCertificate;
import org.zhuxi.waste.team.Member;

/** Certificates, and the verified records they rest on. */
@Component
public class CertificateStore {

    private static final String SELECT = """
            select c.community_id, c.id, c.account_id, c.name, c.from_day, c.to_day, c.duties, c.hours, c.issued_at, c.origin,
                (select coalesce(sum((a.quantities ->> 'duration')::numeric), 0)
                 from activity.v_activity a
                 where a.community_id = c.community_id and a.recorded_by = c.account_id and a.kind = 'waste.duty'
                   and a.state = 'VERIFIED' and a.local_date between c.from_day and c.to_day) as hours_now
            from waste.hour_certificate c
            """;

    private final JdbcClient jdbc;

    CertificateStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What somebody served. */
    public record Served(int duties, BigDecimal hours) {}

    /** Verified duties from a day to another, both included. */
    public Served served(CommunityId community, UUID account, LocalDate from, LocalDate to) {
        return jdbc.sql("""
                        select count(*) as duties, coalesce(sum((quantities ->> 'duration')::numeric), 0) as hours
                        from activity.v_activity
                        where community_id = :community and recorded_by = :account and kind = 'waste.duty'
                          and state = 'VERIFIED' and local_date between :from and :to
                        """)
                .param("community", community.value())
                .param("account", account)
                .param("from", from)
                .param("to", to)
                .query(Served.class)
                .single();
    }

    public void insert(HourCertificate it) {
        jdbc.sql("""
                        insert into waste.hour_certificate
                            (community_id, id, account_id, name, from_day, to_day, duties, hours, issued_at, origin)
                        values (:community, :id, :account, :name, :from, :to, :duties, :hours, :at, :origin)
                        """)
                .param("community", it.community().value())
                .param("id", it.id())
                .param("account", it.account())
                .param("name", it.name())
                .param("from", it.from())
                .param("to", it.to())
                .param("duties", it.duties())
                .param("hours", it.hours())
                .param("at", it.issuedAt().atOffset(ZoneOffset.UTC))
                .param("origin", it.origin().name())
                .update();
    }

    public Optional<HourCertificate> find(UUID id) {
        return jdbc.sql(SELECT + "where c.id = :id")
                .param("id", id)
                .query(Row.class)
                .optional()
                .map(Row::certificate);
    }

    public List<HourCertificate> ofAccount(UUID account, int limit) {
        return jdbc
                .sql(SELECT + "where c.account_id = :account order by c.id desc limit :limit")
                .param("account", account)
                .param("limit", limit)
                .query(Row.class)
                .list()
                .stream()
                .map(Row::certificate)
                .toList();
    }

    /** The teams somebody belongs or belonged to. */
    public List<Member> teams(UUID account) {
        return jdbc.sql("""
                        select community_id, account_id, username, name, part, since, until
                        from waste.team_member
                        where account_id = :account
                        order by until nulls first, community_id
                        """).param("account", account).query(MemberRow.class).list().stream()
                .map(MemberRow::member)
                .toList();
    }

    private record Row(
            int communityId,
            UUID id,
            UUID accountId,
            String name,
            LocalDate fromDay,
            LocalDate toDay,
            int duties,
            BigDecimal hours,
            Instant issuedAt,
            Origin origin,
            BigDecimal hoursNow) {

        HourCertificate certificate() {
            return new HourCertificate(
                    new CommunityId(communityId),
                    id,
                    accountId,
                    name,
                    fromDay,
                    toDay,
                    duties,
                    hours,
                    issuedAt,
                    origin,
                    hoursNow);
        }
    }
}
