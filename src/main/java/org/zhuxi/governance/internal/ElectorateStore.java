package org.zhuxi.governance.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhuxi.governance.Decision;
import org.zhuxi.governance.Entitlement;
import org.zhuxi.platform.database.Rows;

/** Keeps who may vote in which decision. */
@Repository
public class ElectorateStore {

    private static final String SELECT = """
            select e.*, exists (
                select from governance.ballot b
                where b.community_id = e.community_id and b.decision_id = e.decision_id and b.entitlement_id = e.id)
                as voted
            from governance.entitlement e
            where e.community_id = :community
            and e.decision_id = :decision
            """;

    private final JdbcClient jdbc;

    ElectorateStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A right to be frozen. @param head what makes it one: the household, or the number of the owner */
    public record Seat(
            UUID id, String place, String label, @Nullable UUID household, String head, long areaCentiM2) {}

    /** Freezes rights; a head that has one keeps it. */
    public void freeze(Decision decision, List<Seat> seats) {
        DecisionSql.of(jdbc, decision, """
                        insert into governance.entitlement
                            (community_id, decision_id, id, place_code, label, household_id, head, area_centi_m2)
                        select :community, :decision, id, place, label, household, head, area
                        from unnest(cast(:ids as uuid[]), cast(:places as text[]), cast(:labels as text[]),
                            cast(:households as uuid[]), cast(:heads as text[]), cast(:areas as bigint[]))
                            as it (id, place, label, household, head, area)
                        on conflict do nothing
                        """)
                .param("ids", Rows.texts(seats, Seat::id))
                .param("places", Rows.texts(seats, Seat::place))
                .param("labels", Rows.texts(seats, Seat::label))
                .param("households", Rows.texts(seats, Seat::household))
                .param("heads", Rows.texts(seats, Seat::head))
                .param("areas", Rows.texts(seats, Seat::areaCentiM2))
                .update();
    }

    public List<Entitlement> list(Decision decision, String words, int limit, @Nullable UUID after) {
        return DecisionSql.of(jdbc, decision, SELECT + """
                        and (:words = '' or position(lower(:words) in lower(label || ' ' || place_code)) > 0)
                        and (cast(:after as uuid) is null or id > :after)
                        order by id
                        limit :limit
                        """)
                .param("words", words)
                .param("after", after)
                .param("limit", limit)
                .query((row, number) -> entitlement(row))
                .list();
    }

    public Optional<Entitlement> find(Decision decision, UUID id) {
        return DecisionSql.of(jdbc, decision, SELECT + "and e.id = :id")
                .param("id", id)
                .query((row, number) -> entitlement(row))
                .optional();
    }

    /** The right, locked until the transaction ends. */
    public Optional<Entitlement> lock(Decision decision, UUID id) {
        return DecisionSql.of(jdbc, decision, """
                        select 1
                        from governance.entitlement
                        where community_id = :community
                        and decision_id = :decision
                        and id = :id
                        for update
                        """)
                .param("id", id)
                .query(Integer.class)
                .optional()
                .flatMap(any -> find(decision, id));
    }

    public List<Entitlement> ofHouseholds(Decision decision, List<UUID> households) {
        return DecisionSql.of(jdbc, decision, SELECT + """
                        and household_id = any(cast(:households as uuid[]))
                        and struck_reason is null
                        order by id
                        """)
                .param("households", households.toArray(UUID[]::new))
                .query((row, number) -> entitlement(row))
                .list();
    }

    /** How many rights there are, with how much area, and how many were used. */
    public record Turnout(int entitled, long totalArea, int voted, int onPaper) {}

    public Turnout turnout(Decision decision) {
        return DecisionSql.of(jdbc, decision, """
                        with latest as (
                            select distinct on (entitlement_id) entitlement_id, channel
                            from governance.ballot
                            where community_id = :community
                            and decision_id = :decision
                            order by entitlement_id, number desc)
                        select count(*) as entitled, coalesce(sum(area_centi_m2), 0) as total_area,
                            count(latest.entitlement_id) as voted,
                            count(*) filter (where latest.channel = 'PAPER') as on_paper
                        from governance.entitlement e
                        left join latest on latest.entitlement_id = e.id
                        where e.community_id = :community
                        and e.decision_id = :decision
                        and e.struck_reason is null
                        """).query(Turnout.class).single();
    }

    public void strike(Decision decision, UUID id, String reason, UUID by) {
        DecisionSql.of(jdbc, decision, """
                        update governance.entitlement
                        set struck_reason = :reason, struck_by = :by
                        where community_id = :community
                        and decision_id = :decision
                        and id = :id
                        """)
                .param("reason", reason)
                .param("by", by)
                .param("id", id)
                .update();
    }

    private static Entitlement entitlement(ResultSet row) throws SQLException {
        return new Entitlement(
                row.getObject("id", UUID.class),
                row.getString("place_code"),
                row.getString("label"),
                row.getObject("household_id", UUID.class),
                row.getLong("area_centi_m2"),
                row.getBoolean("voted"),
                row.getString("struck_reason"));
    }
}
