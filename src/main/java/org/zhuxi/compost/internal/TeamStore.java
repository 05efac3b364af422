package org.zhuxi.compost.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhuxi.compost.SiteRef;
import org.zhuxi.compost.TeamPart;
import org.zhuxi.kernel.Origin;

/** Members of the teams of sites, by account; names stay with the accounts. */
@Repository
public class TeamStore {

    private static final int MOST_ROWS = 500;
    private static final String MEMBER = """
            select id, account_id, part, since, until, origin
            from compost.team_member
            where community_id = :community and site_id = :site
            """;

    private final JdbcClient jdbc;

    TeamStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param until last day, or null */
    public record Row(
            UUID id,
            UUID accountId,
            TeamPart part,
            LocalDate since,
            @Nullable LocalDate until,
            Origin origin) {

        /** Whether it tells the same of the same person, whatever became of it since. */
        public boolean isSameAs(Row other) {
            return accountId.equals(other.accountId) && part == other.part && since.equals(other.since);
        }
    }

    private JdbcClient.StatementSpec of(String sql, SiteRef site) {
        return jdbc.sql(sql).param("community", site.community().value()).param("site", site.id());
    }

    /** One change of a site's team after the other. */
    public void lock(SiteRef site) {
        of("""
                        select site_id
                        from compost.site
                        where community_id = :community and site_id = :site
                        for no key update
                        """, site).query(UUID.class).single();
    }

    /** Present members first, then former ones, the latest first. */
    public List<Row> list(SiteRef site) {
        return of(MEMBER + "order by until desc nulls first, since, id limit :most", site)
                .param("most", MOST_ROWS)
                .query(Row.class)
                .list();
    }

    public Optional<Row> find(SiteRef site, UUID id) {
        return of(MEMBER + "and id = :id", site)
                .param("id", id)
                .query(Row.class)
                .optional();
    }

    /** How somebody belonged to the team last. */
    public Optional<Row> lastOf(SiteRef site, UUID account) {
        return of(MEMBER + "and account_id = :account order by until desc nulls first limit 1", site)
                .param("account", account)
                .query(Row.class)
                .optional();
    }

    /** @return false when the id is another site's */
    public boolean insert(SiteRef site, Row it, UUID by, Instant at) {
        return of("""
                        insert into compost.team_member
                            (community_id, id, site_id, account_id, part, since, added_by, added_at, origin)
                        values (:community, :id, :site, :account, :part, :since, :by, :at, :origin)
                        on conflict do nothing
                        """, site)
                        .param("id", it.id())
                        .param("account", it.accountId())
                        .param("part", it.part().name())
                        .param("since", it.since())
                        .param("by", by)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("origin", it.origin().name())
                        .update()
                == 1;
    }

    /** @return false when it ended before */
    public boolean end(SiteRef site, UUID id, LocalDate until, UUID by, Instant at) {
        return of("""
                        update compost.team_member
                        set until = :until, ended_by = :by, ended_at = :at
                        where community_id = :community and site_id = :site and id = :id and until is null
                        """, site)
                        .param("id", id)
                        .param("until", until)
                        .param("by", by)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** Where somebody belongs or belonged to a team. */
    record Membership(
            String place,
            String site,
            TeamPart part,
            LocalDate since,
            @Nullable LocalDate until) {}

    List<Membership> membershipsOf(UUID account) {
        return jdbc.sql("""
                        select site.place, site.name_zh as site, member.part, member.since, member.until
                        from compost.team_member member
                        join compost.site site
                            on site.community_id = member.community_id and site.site_id = member.site_id
                        where member.account_id = :account
                        order by member.since, member.id
                        """).param("account", account).query(Membership.class).list();
    }

    /** Ends all memberships of an account. */
    void endAll(UUID account, LocalDate until, Instant at) {
        jdbc.sql("""
                        update compost.team_member
                        set until = greatest(since, :until), ended_by = account_id, ended_at = :at
                        where account_id = :account and until is null
                        """)
                .param("account", account)
                .param("until", until)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }
}
