package org.zhuxi.points.internal;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Period;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Refused;
import org.zhuxi.kernel.Slice;
import org.zhuxi.place.Community;
import org.zhuxi.place.Places;
import org.zhuxi.platform.manifest.FigureSource;

/** Points given by rules and not taken back, down to the record behind each posting. */
@Component
class PointsIssued implements FigureSource {

    private static final int RECORDS = 50;

    private final JdbcClient database;
    private final Communities communities;
    private final Places places;
    private final RuleBook rules;

    PointsIssued(JdbcClient database, Communities communities, Places places, RuleBook rules) {
        this.database = database;
        this.communities = communities;
        this.places = places;
        this.rules = rules;
    }

    @Override
    public String code() {
        return "points.issued";
    }

    @Override
    public Names names() {
        return new Names("发放的绿色积分", "Green points issued");
    }

    @Override
    public Names formula() {
        return new Names(
                "按积分规则发放的积分，减去因记录被驳回或更正而收回的积分。收回的部分记在原来的那一天。",
                "Points given by the reward rules, less those taken back because their record was rejected or corrected. What is"
                        + " taken back counts for the day on which it was given.");
    }

    @Override
    public Names unit() {
        return new Names("分", "points");
    }

    @Override
    public int decimals() {
        return 0;
    }

    @Override
    public boolean additive() {
        return true;
    }

    @Override
    public Value value(PlacePath place, Period period) {
        return total(byCommunity(below(place), period).values());
    }

    @Override
    public Trail trail(PlacePath place, Period period, @Nullable String after) {
        var below = below(place);
        var own = below.size() == 1 ? below.getFirst() : null;
        if (own == null || !own.path().equals(place)) {
            return places(place, period, below);
        }
        return period.from().plusDays(1).equals(period.to()) ? records(own, period, after) : days(own, period);
    }

    private Trail places(PlacePath place, Period period, List<Community> below) {
        var values = byCommunity(below, period);
        var steps = new ArrayList<Step>();
        for (var part : places.childrenOf(place)) {
            var inside = below.stream()
                    .filter(community -> part.path().contains(community.path()))
                    .toList();
            if (!inside.isEmpty()) {
                var known = inside.stream()
                        .map(community -> Optional.ofNullable(values.get(community.id())))
                        .flatMap(Optional::stream)
                        .toList();
                steps.add(new Step(part.name(), part.path(), period, total(known)));
            }
        }
        return new Trail(total(values.values()), steps, List.of(), null);
    }

    private Trail days(Community community, Period period) {
        var values = new TreeMap<LocalDate, Value>(
                sums(List.of(community), period, "day", row -> row.getObject("part", LocalDate.class)));
        var steps = values.entrySet().stream()
                .map(day -> new Step(
                        new Names(day.getKey().toString(), day.getKey().toString()),
                        community.path(),
                        new Period(day.getKey(), day.getKey().plusDays(1)),
                        day.getValue()))
                .toList();
        return new Trail(total(values.values()), steps, List.of(), null);
    }

    private Trail records(Community community, Period day, @Nullable String after) {
        var entries = database.sql("""
                        select p.id, p.cause, p.points, p.rule_number, p.rule_version, p.business_day
                        from points.posting p
                        where p.community_id = :community
                          and p.business_day = :day
                          and p.kind in (1, 11)
                          and (cast(:after as uuid) is null or p.id > cast(:after as uuid))
                          and not exists (
                              select 1
                              from points.posting r
                              where r.community_id = p.community_id and r.reverses = p.id)
                        order by p.id
                        limit :limit
                        """)
                .param("community", community.id().value())
                .param("day", day.from())
                .param("after", Ids.after(after))
                .param("limit", RECORDS + 1)
                .query((row, number) -> new Keyed(row.getObject("id", UUID.class), entry(row, community)))
                .list();
        var page = Slice.of(entries, RECORDS, keyed -> keyed.posting().toString());
        return new Trail(
                total(byCommunity(List.of(community), day).values()),
                List.of(),
                page.items().stream().map(Keyed::entry).toList(),
                page.next());
    }

    private record Keyed(UUID posting, Entry entry) {}

    private Entry entry(ResultSet row, Community community) throws SQLException {
        var rule = rules.find(row.getInt("rule_number"), row.getInt("rule_version"));
        return new Entry(
                row.getObject("cause", UUID.class),
                rule.map(found -> found.name()).orElse(names()),
                row.getObject("business_day", LocalDate.class),
                community.name(),
                row.getBigDecimal("points"),
                "RULE");
    }

    /** A building has no points of its own; accounts belong to households, totals to communities. */
    private List<Community> below(PlacePath place) {
        var below = communities.communitiesAt(place);
        if (below.stream().anyMatch(community -> !place.contains(community.path()))) {
            throw new Refused.NotFound(code());
        }
        return below;
    }

    private Map<CommunityId, Value> byCommunity(List<Community> asked, Period period) {
        return sums(asked, period, "community_id", row -> new CommunityId(row.getInt("part")));
    }

    /** @param part the column of the day totals to group by; never from outside */
    private <K> Map<K, Value> sums(List<Community> asked, Period period, String part, Key<K> key) {
        var sums = new HashMap<K, Value>();
        database.sql("""
                        select %s as part, sum(debits - credits) as points, sum(debit_count - credit_count) as postings
                        from points.issuing_day
                        where community_id = any(:communities) and purpose = 1 and day >= :from and day < :to
                        group by 1
                        """.formatted(part))
                .param("communities", LedgerTotals.ids(asked))
                .param("from", period.from())
                .param("to", period.to())
                .query(row -> {
                    sums.put(
                            key.of(row),
                            new Value(row.getBigDecimal("points"), BigDecimal.ZERO, row.getLong("postings")));
                });
        return sums;
    }

    private interface Key<K> {
        K of(ResultSet row) throws SQLException;
    }

    private static Value total(Collection<Value> values) {
        return new Value(
                values.stream().map(Value::verified).reduce(BigDecimal.ZERO, BigDecimal::add),
                BigDecimal.ZERO,
                values.stream().mapToLong(Value::records).sum());
    }
}
