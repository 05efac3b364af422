package org.zhuxi.waste.internal.chain;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.Period;
import org.zhuxi.place.Community;
import org.zhuxi.platform.manifest.FigureSource.Value;
import org.zhuxi.waste.WasteClass;
import org.zhuxi.waste.chain.BalanceClosing;
import org.zhuxi.waste.chain.BalanceLine;
import org.zhuxi.waste.chain.Explanation;
import org.zhuxi.waste.chain.Leg;

/** Sums the records of a month and keeps what people say about them. */
@Repository
public class BalanceStore {

    private final JdbcClient jdbc;

    BalanceStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A sum of records: {@code stage} is drop, collection, treatment or recovered. */
    public record Sum(
            String stage,
            String wasteClass,
            BigDecimal verified,
            BigDecimal provisional,
            BigDecimal estimated,
            long records) {}

    /** Verified and provisional masses by community, only those with records. */
    public Map<CommunityId, Value> masses(List<Community> communities, List<String> kinds, Period period) {
        var masses = new HashMap<CommunityId, Value>();
        jdbc.sql("""
                        select community_id,
                            coalesce(sum((quantities ->> 'mass')::numeric) filter (where state = 'VERIFIED'), 0) as verified,
                            coalesce(sum((quantities ->> 'mass')::numeric) filter (where state = 'RECORDED'), 0)
                                as provisional,
                            count(*) filter (where state = 'VERIFIED') as records
                        from activity.v_activity
                        where community_id = any(:communities)
                        and local_date >= :from
                        and local_date < :to
                        and kind = any(:kinds)
                        and state in ('RECORDED', 'VERIFIED')
                        group by community_id
                        """)
                .param(
                        "communities",
                        communities.stream().map(it -> it.id().value()).toArray(Integer[]::new))
                .param("from", period.from())
                .param("to", period.to())
                .param("kinds", kinds.toArray(String[]::new))
                .query((row, number) -> masses.put(
                        new CommunityId(row.getInt("community_id")),
                        new Value(
                                row.getBigDecimal("verified"),
                                row.getBigDecimal("provisional"),
                                row.getLong("records"))))
                .list();
        return masses;
    }

    /** All sums of a month by stage and class; households' hazardous waste fetched by appointment counts as dropped. */
    public List<Sum> sums(CommunityId community, YearMonth month) {
        return jdbc.sql("""
                        with record as (
                            select case split_part(kind, '.', 2) when 'pickup' then 'drop' else split_part(kind, '.', 2) end
                                    as stage,
                                split_part(kind, '.', 3) as waste_class,
                                (quantities ->> 'mass')::numeric as mass,
                                state,
                                jsonb_exists(quantities, 'bags') or jsonb_exists(quantities, 'bins') as estimated
                            from activity.v_activity
                            where community_id = :community
                            and local_date >= :from
                            and local_date < :to
                            and state in ('RECORDED', 'VERIFIED')
                            and (kind like 'waste.drop.%' or kind like 'waste.collection.%' or kind like 'waste.treatment.%'
                                or kind = 'waste.pickup.hazardous')
                        )
                        select stage, waste_class,
                            coalesce(sum(mass) filter (where state = 'VERIFIED'), 0) as verified,
                            coalesce(sum(mass) filter (where state = 'RECORDED'), 0) as provisional,
                            coalesce(sum(mass) filter (where state = 'VERIFIED' and estimated), 0) as estimated,
                            count(*) filter (where state = 'VERIFIED') as records
                        from record
                        group by stage, waste_class
                        """)
                .param("community", community.value())
                .param("from", month.atDay(1))
                .param("to", month.plusMonths(1).atDay(1))
                .query(Sum.class)
                .list();
    }

    /** Where the waste of a period was treated: verified kg by facility and class. */
    public Map<String, Map<WasteClass, BigDecimal>> destinations(List<Community> communities, Period period) {
        var destinations = new java.util.TreeMap<String, Map<WasteClass, BigDecimal>>();
        jdbc.sql("""
                        select t.facility, t.class, sum(t.input_kg) as kg
                        from waste.treatment t
                        join activity.v_activity a on a.community_id = t.community_id and a.id = t.id
                        where t.community_id = any(:communities)
                        and a.local_date >= :from
                        and a.local_date < :to
                        and a.state = 'VERIFIED'
                        group by t.facility, t.class
                        """)
                .param(
                        "communities",
                        communities.stream().map(it -> it.id().value()).toArray(Integer[]::new))
                .param("from", period.from())
                .param("to", period.to())
                .query((row, number) -> destinations
                        .computeIfAbsent(row.getString("facility"), any -> new java.util.EnumMap<>(WasteClass.class))
                        .put(WasteClass.find(row.getString("class")).orElseThrow(), row.getBigDecimal("kg")))
                .list();
        return destinations;
    }

    /** Locks a month, so that nobody explains while another closes. */
    public void lock(CommunityId community, YearMonth month) {
        jdbc.sql("""
                        insert into waste.balance_month (community_id, month)
                        values (:community, :month)
                        on conflict do nothing
                        """)
                .param("community", community.value())
                .param("month", month.atDay(1))
                .update();
        jdbc.sql("select month from waste.balance_month where community_id = :community and month = :month for update")
                .param("community", community.value())
                .param("month", month.atDay(1))
                .query(LocalDate.class)
                .single();
    }

    public List<Explanation> explanations(CommunityId community, YearMonth month) {
        return jdbc.sql("""
                        select e.*, exists (
                            select from waste.balance_explanation t
                            where t.community_id = e.community_id and t.month = e.month and t.takes_back = e.id) as back
                        from waste.balance_explanation e
                        where community_id = :community
                        and month = :month
                        order by class, added_at, id
                        """)
                .param("community", community.value())
                .param("month", month.atDay(1))
                .query((row, number) -> new Explanation(
                        row.getObject("id", UUID.class),
                        WasteClass.find(row.getString("class")).orElseThrow(),
                        Leg.valueOf(row.getString("leg")),
                        row.getString("reason"),
                        row.getBigDecimal("kg"),
                        row.getString("note"),
                        row.getObject("takes_back", UUID.class),
                        row.getBoolean("back"),
                        row.getObject("added_by", UUID.class),
                        row.getObject("added_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** Whether it was new. */
    public boolean explain(CommunityId community, YearMonth month, Explanation explanation) {
        return jdbc.sql("""
                        insert into waste.balance_explanation
                            (community_id, month, id, class, leg, reason, kg, note, takes_back, added_by, added_at)
                        values (:community, :month, :id, :class, :leg, :reason, :kg, :note, :takesBack, :by, :at)
                        on conflict do nothing
                        """)
                        .param("community", community.value())
                        .param("month", month.atDay(1))
                        .param("id", explanation.id())
                        .param("class", explanation.wasteClass().code())
                        .param("leg", explanation.leg().name())
                        .param("reason", explanation.reason())
                        .param("kg", explanation.kg())
                        .param("note", explanation.note())
                        .param("takesBack", explanation.takesBack())
                        .param("by", explanation.by())
                        .param("at", explanation.at().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** Whether the account recorded or explained anything of the month. */
    public boolean tookPart(CommunityId community, YearMonth month, UUID account) {
        return jdbc.sql("""
                        select exists (
                            select from activity.v_activity
                            where community_id = :community
                            and local_date >= :month
                            and local_date < :next
                            and recorded_by = :account
                            and (kind like 'waste.drop.%' or kind like 'waste.collection.%' or kind like 'waste.treatment.%'
                                or kind = 'waste.pickup.hazardous')
                        ) or exists (
                            select from waste.balance_explanation
                            where community_id = :community and month = :month and added_by = :account)
                        """)
                .param("community", community.value())
                .param("month", month.atDay(1))
                .param("next", month.plusMonths(1).atDay(1))
                .param("account", account)
                .query(Boolean.class)
                .single();
    }

    /** The closing that holds, with its numbers. */
    public Optional<BalanceClosing> closing(CommunityId community, YearMonth month) {
        return jdbc.sql("""
                        select id, note, closed_by, closed_at
                        from waste.balance_closing
                        where community_id = :community
                        and month = :month
                        and reopened_at is null
                        """)
                .param("community", community.value())
                .param("month", month.atDay(1))
                .query((row, number) -> new BalanceClosing(
                        row.getObject("id", UUID.class),
                        row.getString("note"),
                        row.getObject("closed_by", UUID.class),
                        row.getObject("closed_at", OffsetDateTime.class).toInstant(),
                        closedLines(community, month, row.getObject("id", UUID.class))))
                .optional();
    }

    private Map<WasteClass, BalanceClosing.Line> closedLines(CommunityId community, YearMonth month, UUID closing) {
        var lines = new java.util.EnumMap<WasteClass, BalanceClosing.Line>(WasteClass.class);
        jdbc.sql("""
                        select * from waste.balance_closed_line
                        where community_id = :community and month = :month and closing_id = :closing
                        """)
                .param("community", community.value())
                .param("month", month.atDay(1))
                .param("closing", closing)
                .query((row, number) -> lines.put(
                        WasteClass.find(row.getString("class")).orElseThrow(),
                        new BalanceClosing.Line(
                                row.getBigDecimal("dropped_kg"),
                                row.getBigDecimal("collected_kg"),
                                row.getBigDecimal("treated_kg"),
                                row.getBigDecimal("explained_collection_kg"),
                                row.getBigDecimal("explained_treatment_kg"))))
                .list();
        return lines;
    }

    public void close(CommunityId community, YearMonth month, BalanceClosing closing, List<BalanceLine> lines) {
        jdbc.sql("""
                        insert into waste.balance_closing (community_id, month, id, note, closed_by, closed_at)
                        values (:community, :month, :id, :note, :by, :at)
                        """)
                .param("community", community.value())
                .param("month", month.atDay(1))
                .param("id", closing.id())
                .param("note", closing.note())
                .param("by", closing.by())
                .param("at", closing.at().atOffset(ZoneOffset.UTC))
                .update();
        for (var line : lines) {
            var kept = BalanceClosing.Line.of(line);
            jdbc.sql("""
                            insert into waste.balance_closed_line
                            values (:community, :month, :id, :class, :dropped, :collected, :treated, :explained, :explainedTreatment)
                            """)
                    .param("community", community.value())
                    .param("month", month.atDay(1))
                    .param("id", closing.id())
                    .param("class", line.wasteClass().code())
                    .param("dropped", kept.droppedKg())
                    .param("collected", kept.collectedKg())
                    .param("treated", kept.treatedKg())
                    .param("explained", kept.explainedCollectionKg())
                    .param("explainedTreatment", kept.explainedTreatmentKg())
                    .update();
        }
    }

    public void reopen(CommunityId community, YearMonth month, String reason, UUID by, Instant at) {
        jdbc.sql("""
                        update waste.balance_closing
                        set reopened_by = :by, reopened_at = :at, reopen_reason = :reason
                        where community_id = :community
                        and month = :month
                        and reopened_at is null
                        """)
                .param("by", by)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("reason", reason)
                .param("community", community.value())
                .param("month", month.atDay(1))
                .update();
    }
}
