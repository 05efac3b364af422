package org.zhuxi.waste.internal.team;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.Origin;
import org.zhuxi.waste.team.Duty;

/** Duties at stations, each with the name of whose it is. */
@Repository
public class DutyStore {

    private static final String DUTY = """
            select d.community_id, d.id, d.site_id, d.starts_at, d.ends_at, d.account_id, coalesce(m.name, '') as who, d.offered,
                d.checked_in_at, d.checked_out_at
            from waste.duty d
            left join waste.team_member m on m.community_id = d.community_id and m.account_id = d.account_id
            """;

    private final JdbcClient jdbc;

    DutyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void insert(List<Duty> duties, UUID by, Origin origin) {
        jdbc.sql("""
                        insert into waste.duty
                            (community_id, id, site_id, starts_at, ends_at, account_id, checked_in_at, checked_out_at, planned_by,
                             origin)
                        select :community, id, site_id, starts_at, ends_at, account_id, checked_in_at, checked_out_at, :by, :origin
                        from unnest(:ids, :sites, cast(:starts as timestamptz[]), cast(:ends as timestamptz[]), :accounts,
                                cast(:ins as timestamptz[]), cast(:outs as timestamptz[]))
                            as duty (id, site_id, starts_at, ends_at, account_id, checked_in_at, checked_out_at)
                        on conflict do nothing
                        """)
                .param("community", duties.getFirst().community().value())
                .param("ids", duties.stream().map(Duty::id).toArray(UUID[]::new))
                .param("sites", duties.stream().map(Duty::site).toArray(UUID[]::new))
                .param(
                        "starts",
                        duties.stream().map(it -> it.startsAt().toString()).toArray(String[]::new))
                .param("ends", duties.stream().map(it -> it.endsAt().toString()).toArray(String[]::new))
                .param("accounts", duties.stream().map(Duty::account).toArray(UUID[]::new))
                .param("ins", duties.stream().map(it -> text(it.checkedInAt())).toArray(String[]::new))
                .param(
                        "outs",
                        duties.stream().map(it -> text(it.checkedOutAt())).toArray(String[]::new))
                .param("by", by)
                .param("origin", origin.name())
                .update();
    }

    private static @Nullable String text(@Nullable Instant at) {
        return at == null ? null : at.toString();
    }

    public Optional<Duty> find(UUID id) {
        return jdbc.sql(DUTY + "where d.id = :id and d.cancelled_at is null")
                .param("id", id)
                .query(DutyRow.class)
                .optional()
                .map(DutyRow::duty);
    }

    /** Duties of a community that touch a stretch of time, in order. */
    public List<Duty> between(CommunityId community, Instant from, Instant to) {
        return jdbc
                .sql(DUTY + """
                        where d.community_id = :community and d.starts_at < :to and d.ends_at > :from and d.cancelled_at is null
                        order by d.starts_at, d.site_id, d.id
                        limit 500
                        """)
                .param("community", community.value())
                .param("from", utc(from))
                .param("to", utc(to))
                .query(DutyRow.class)
                .list()
                .stream()
                .map(DutyRow::duty)
                .toList();
    }

    /** Gives a free duty to somebody who has no other at that time; false when it is not free any more. */
    public boolean take(Duty duty, UUID account) {
        return jdbc.sql("""
                        update waste.duty
                        set account_id = :account, offered = false
                        where community_id = :community and id = :id and (account_id is null or offered)
                          and checked_in_at is null and cancelled_at is null
                        """)
                        .param("account", account)
                        .param("community", duty.community().value())
                        .param("id", duty.id())
                        .update()
                == 1;
    }

    /** Whether somebody has another duty at the same time. The caller holds the person's duties. */
    public boolean isBusy(UUID account, Duty duty) {
        return jdbc.sql("""
                        select exists (
                            select
                            from waste.duty
                            where account_id = :account and id <> :id and cancelled_at is null
                              and starts_at < :ends and ends_at > :starts)
                        """)
                .param("account", account)
                .param("id", duty.id())
                .param("starts", utc(duty.startsAt()))
                .param("ends", utc(duty.endsAt()))
                .query(Boolean.class)
                .single();
    }

    public boolean offer(Duty duty, UUID account, boolean offered) {
        return jdbc.sql("""
                        update waste.duty
                        set offered = :offered
                        where community_id = :community and id = :id and account_id = :account and checked_in_at is null
                        """)
                        .param("offered", offered)
                        .param("community", duty.community().value())
                        .param("id", duty.id())
                        .param("account", account)
                        .update()
                == 1;
    }

    public boolean checkIn(Duty duty, UUID account, Instant at) {
        return jdbc.sql("""
                        update waste.duty
                        set checked_in_at = :at, offered = false
                        where community_id = :community and id = :id and account_id = :account and checked_in_at is null
                          and cancelled_at is null
                        """)
                        .param("at", utc(at))
                        .param("community", duty.community().value())
                        .param("id", duty.id())
                        .param("account", account)
                        .update()
                == 1;
    }

    /** Writes the end down once; what stands already stays. */
    public void checkOut(Duty duty, Instant at) {
        jdbc.sql("""
                        update waste.duty
                        set checked_out_at = :at
                        where community_id = :community and id = :id and checked_in_at is not null and checked_out_at is null
                        """)
                .param("at", utc(at))
                .param("community", duty.community().value())
                .param("id", duty.id())
                .update();
    }

    public boolean cancel(Duty duty, Instant at) {
        return jdbc.sql("""
                        update waste.duty
                        set cancelled_at = :at
                        where community_id = :community and id = :id and checked_in_at is null and cancelled_at is null
                        """)
                        .param("at", utc(at))
                        .param("community", duty.community().value())
                        .param("id", duty.id())
                        .update()
                == 1;
    }

    private static OffsetDateTime utc(Instant at) {
        return OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
    }

    private record DutyRow(
            int communityId,
            UUID id,
            UUID siteId,
            Instant startsAt,
            Instant endsAt,
            @Nullable UUID accountId,
            String who,
            boolean offered,
            @Nullable Instant checkedInAt,
            @Nullable Instant checkedOutAt) {

        Duty duty() {
            return new Duty(
                    new CommunityId(communityId),
                    id,
                    siteId,
                    startsAt,
                    endsAt,
                    accountId,
                    who,
                    offered,
                    checkedInAt,
                    checkedOutAt);
        }
    }
}
