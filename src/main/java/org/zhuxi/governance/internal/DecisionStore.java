package org.zhuxi.governance.internal;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhuxi.governance.Decision;
import org.zhuxi.governance.DecisionKind;
import org.zhuxi.governance.Option;
import org.zhuxi.governance.Voting;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Slice;
import org.zhuxi.kernel.Typed;
import org.zhuxi.platform.database.Rows;

/** Keeps decisions and their options. */
@Repository
public class DecisionStore {

    private static final String SELECT = """
            select decision.*, given.names, given.costs
            from governance.decision
            cross join lateral (
                select array_agg(o.name order by o.number) as names, array_agg(o.cost_yuan order by o.number) as costs
                from governance.decision_option o
                where o.community_id = decision.community_id and o.decision_id = decision.id
            ) given
            """;

    private static final String CHANGE =
            "update governance.decision set %s where community_id = :community and id = :id";

    private static final String NO_SALT = "salt = decode(repeat('00', 32), 'hex')";

    private final JdbcClient jdbc;
    private final PlacedRows<Decision> rows;

    DecisionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
        rows = new PlacedRows<>(jdbc, "governance.decision", SELECT, "title", (row, number) -> decision(row));
    }

    /** Whether the id was free. */
    public boolean insert(Decision decision, byte[] salt, Instant at) {
        var isNew = rows.find(decision.id()).isEmpty()
                && rows.ofNew(decision, decision.preparedBy(), at, """
                                insert into governance.decision (community_id, id, place_code, place_path, kind, matter,
                                    title, words, idea_id, most_choices, ballot_type, budget_yuan, points, recognised,
                                    opens_at, closes_at, salt, prepared_by, prepared_at, origin)
                                values (:community, :id, :place, :path, :kind, :matter, :title, :words, :idea, :most,
                                    :voting, :budget, :points, :recognised, :opens, :closes, :salt, :by, :at, :origin)
                                on conflict do nothing
                                """)
                                .param("kind", decision.kind().name())
                                .param("matter", decision.matter())
                                .param("title", decision.title())
                                .param("words", decision.words())
                                .param("idea", decision.idea())
                                .param("most", decision.mostChoices())
                                .param(
                                        "voting",
                                        decision.voting() == null
                                                ? null
                                                : decision.voting().name())
                                .param("budget", decision.budgetYuan())
                                .param("points", decision.points())
                                .param("recognised", decision.isRecognised())
                                .param("opens", Rows.at(decision.opensAt()))
                                .param("closes", Rows.at(decision.closesAt()))
                                .param("salt", salt)
                                .update()
                        == 1;
        if (isNew) {
            insertOptions(decision);
        }
        return isNew;
    }

    private void insertOptions(Decision decision) {
        var options = decision.options();
        rows.of(decision, """
                        insert into governance.decision_option (community_id, decision_id, number, name, cost_yuan)
                        select :community, :id, number, name, cost
                        from unnest(cast(:numbers as integer[]), cast(:names as text[]), cast(:costs as bigint[]))
                            as it (number, name, cost)
                        """)
                .param("numbers", options.stream().map(Option::number).toArray(Integer[]::new))
                .param("names", options.stream().map(Option::name).toArray(String[]::new))
                .param("costs", options.stream().map(Option::costYuan).toArray(Long[]::new))
                .update();
    }

    public Optional<Decision> find(UUID id) {
        return rows.find(id);
    }

    /** The decision, locked until the transaction ends: for ballots together with others, or alone to count or to use it. */
    public Optional<Decision> lock(UUID id, boolean alone) {
        return rows.lock(id, alone ? "update" : "share");
    }

    /** Whether some convention or some works rest on it already; the caller has locked it alone. */
    public boolean isUsed(Decision decision) {
        return rows.of(decision, """
                        select exists (
                            select 1
                            from governance.convention_version
                            where community_id = :community
                            and decision_id = :id)
                        or exists (
                            select 1
                            from governance.shared_work
                            where community_id = :community
                            and decision_id = :id)
                        """).query(Boolean.class).single();
    }

    public byte[] salt(Decision decision) {
        return rows.of(decision, "select salt from governance.decision where community_id = :community and id = :id")
                .query(byte[].class)
                .single();
    }

    /** Decisions at or below a place, the latest first. @param drafts whether drafts are shown too */
    public Slice<Decision> list(PlacePath at, String words, boolean drafts, int limit, @Nullable UUID after) {
        return rows.list(drafts ? "true" : "announced_at is not null", Map.of(), at, words, limit, after);
    }

    /** Announced decisions that closed before a moment, were neither counted nor annulled, and wait for no ballot on paper. */
    public List<Decision> due(Instant before, int limit) {
        return jdbc.sql(SELECT + """
                        where announced_at is not null
                        and counted_at is null
                        and annulled_at is null
                        and closes_at < :before
                        and not exists (
                            select 1
                            from governance.paper_entry
                            where paper_entry.community_id = decision.community_id
                            and paper_entry.decision_id = decision.id)
                        order by closes_at
                        limit :limit
                        """)
                .param("before", Rows.at(before))
                .param("limit", limit)
                .query(rows.mapper())
                .list();
    }

    /** Announced decisions in which one of these households has a right, the latest first. */
    public List<Decision> ofHouseholds(List<UUID> households, int limit) {
        return jdbc.sql(SELECT + """
                        where id in (
                            select decision_id from governance.entitlement
                            where household_id = any(cast(:households as uuid[]))
                            and struck_reason is null)
                        order by id desc
                        limit :limit
                        """)
                .param("households", households.toArray(UUID[]::new))
                .param("limit", limit)
                .query(rows.mapper())
                .list();
    }

    public void announce(Decision decision, Instant at) {
        mark(decision, "announced_at = :at", at, "");
    }

    /** Marks it as annulled; the salt is forgotten as after the count. */
    public void annul(Decision decision, Instant at, String reason) {
        mark(decision, "annulled_at = :at, annulled_reason = :reason, " + NO_SALT, at, reason);
    }

    /** Marks it as counted; the salt of receipts is forgotten, so that nobody can lead a receipt back to a ballot. */
    public void counted(Decision decision, Instant at) {
        mark(decision, "counted_at = :at, " + NO_SALT, at, "");
    }

    private void mark(Decision decision, String change, Instant at, String reason) {
        rows.of(decision, CHANGE.formatted(change))
                .param("at", Rows.at(at))
                .param("reason", reason)
                .update();
    }

    private static Decision decision(ResultSet row) throws SQLException {
        return new Decision(
                new CommunityId(row.getInt("community_id")),
                row.getObject("id", UUID.class),
                row.getString("place_code"),
                new PlacePath(row.getString("place_path")),
                DecisionKind.valueOf(row.getString("kind")),
                row.getObject("matter", Integer.class),
                row.getString("title"),
                row.getString("words"),
                row.getObject("idea_id", UUID.class),
                row.getInt("most_choices"),
                Typed.find(Voting.class, row.getString("ballot_type")).orElse(null),
                row.getObject("budget_yuan", Long.class),
                row.getObject("points", Integer.class),
                row.getBoolean("recognised"),
                Rows.moment(row, "opens_at"),
                Rows.moment(row, "closes_at"),
                Rows.instant(row, "announced_at"),
                Rows.instant(row, "counted_at"),
                Rows.instant(row, "annulled_at"),
                row.getString("annulled_reason"),
                row.getObject("prepared_by", UUID.class),
                Origin.valueOf(row.getString("origin")),
                options(row.getArray("names"), row.getArray("costs")));
    }

    private static List<Option> options(@Nullable Array names, @Nullable Array costs) throws SQLException {
        if (names == null || costs == null) {
            return List.of();
        }
        var name = (String[]) names.getArray();
        var cost = (@Nullable Long[]) costs.getArray();
        return IntStream.range(0, name.length)
                .mapToObj(i -> new Option(i + 1, name[i], cost[i]))
                .toList();
    }
}
