package org.zhuxi.governance.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
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
import org.zhuxi.kernel.Typed;
import org.zhuxi.platform.database.Rows;

/** Keeps decisions and their options. */
@Repository
public class DecisionStore {

    private final JdbcClient jdbc;

    DecisionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether the id was free. */
    public boolean insert(Decision decision, byte[] salt, Instant at) {
        var isNew = jdbc.sql("""
                                insert into governance.decision (community_id, id, place_code, place_path, kind, matter,
                                    title, words, idea_id, most_choices, ballot_type, budget_yuan, points, recognised,
                                    opens_at, closes_at, salt, prepared_by, prepared_at, origin)
                                values (:community, :id, :place, :path, :kind, :matter, :title, :words, :idea, :most,
                                    :voting, :budget, :points, :recognised, :opens, :closes, :salt, :by, :at, :origin)
                                on conflict do nothing
                                """)
                        .param("community", decision.community().value())
                        .param("id", decision.id())
                        .param("place", decision.place())
                        .param("path", decision.path().value())
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
                        .param("by", decision.preparedBy())
                        .param("at", Rows.at(at))
                        .param("origin", decision.origin().name())
                        .update()
                == 1;
        if (isNew) {
            insertOptions(decision);
        }
        return isNew;
    }

    private void insertOptions(Decision decision) {
        var options = decision.options();
        jdbc.sql("""
                        insert into governance.decision_option (community_id, decision_id, number, name, cost_yuan)
                        select :community, :decision, number, name, cost
                        from unnest(cast(:numbers as integer[]), cast(:names as text[]), cast(:costs as bigint[]))
                            as it (number, name, cost)
                        """)
                .param("community", decision.community().value())
                .param("decision", decision.id())
                .param("numbers", options.stream().map(Option::number).toArray(Integer[]::new))
                .param("names", options.stream().map(Option::name).toArray(String[]::new))
                .param("costs", options.stream().map(Option::costYuan).toArray(Long[]::new))
                .update();
    }

    public Optional<Decision> find(UUID id) {
        return with(jdbc.sql("select * from governance.decision where id = :id")
                        .param("id", id)
                        .query((row, number) -> decision(row))
                        .list())
                .stream()
                .findFirst();
    }

    /** The decision, locked until the transaction ends: for ballots together with others, or alone for the count. */
    public Optional<Decision> lock(UUID id, boolean alone) {
        return find(id).flatMap(found -> {
            jdbc.sql("select 1 from governance.decision where community_id = :community and id = :id for "
                            + (alone ? "update" : "share"))
                    .param("community", found.community().value())
                    .param("id", id)
                    .query(Integer.class)
                    .single();
            return find(id);
        });
    }

    public byte[] salt(Decision decision) {
        return jdbc.sql("select salt from governance.decision where community_id = :community and id = :id")
                .param("community", decision.community().value())
                .param("id", decision.id())
                .query(byte[].class)
                .single();
    }

    /** Decisions at or below a place, the latest first. @param drafts whether drafts are shown too */
    public List<Decision> list(PlacePath at, String words, boolean drafts, int limit, @Nullable UUID after) {
        return with(jdbc.sql("""
                        select *
                        from governance.decision
                        where (place_path = :path or place_path like :below)
                        and (:drafts or announced_at is not null)
                        and (:words = '' or position(lower(:words) in lower(title)) > 0)
                        and (cast(:after as uuid) is null or id < :after)
                        order by id desc
                        limit :limit
                        """)
                .param("path", at.value())
                .param("below", at.below())
                .param("drafts", drafts)
                .param("words", words)
                .param("after", after)
                .param("limit", limit)
                .query((row, number) -> decision(row))
                .list());
    }

    /** Announced decisions that closed before a moment, were neither counted nor annulled, and wait for no ballot on paper. */
    public List<Decision> due(Instant before, int limit) {
        return with(jdbc.sql("""
                        select *
                        from governance.decision
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
                .query((row, number) -> decision(row))
                .list());
    }

    /** Announced decisions in which one of these households has a right, the latest first. */
    public List<Decision> ofHouseholds(List<UUID> households, int limit) {
        return with(jdbc.sql("""
                        select *
                        from governance.decision
                        where id in (
                            select decision_id from governance.entitlement
                            where household_id = any(cast(:households as uuid[]))
                            and struck_reason is null)
                        order by id desc
                        limit :limit
                        """)
                .param("households", households.toArray(UUID[]::new))
                .param("limit", limit)
                .query((row, number) -> decision(row))
                .list());
    }

    public void announce(Decision decision, Instant at) {
        mark(decision, "announced_at = :at", at, "");
    }

    public void annul(Decision decision, Instant at, String reason) {
        mark(decision, "annulled_at = :at, annulled_reason = :reason", at, reason);
    }

    /** Marks it as counted; the salt of receipts is forgotten, so that nobody can lead a receipt back to a ballot. */
    public void counted(Decision decision, Instant at) {
        mark(decision, "counted_at = :at, salt = decode(repeat('00', 32), 'hex')", at, "");
    }

    private void mark(Decision decision, String change, Instant at, String reason) {
        jdbc.sql("update governance.decision set " + change + """

                        where community_id = :community
                        and id = :id
                        and :reason is not null
                        """)
                .param("at", Rows.at(at))
                .param("reason", reason)
                .param("community", decision.community().value())
                .param("id", decision.id())
                .update();
    }

    private List<Decision> with(List<Decision> plain) {
        var options = new HashMap<UUID, List<Option>>();
        jdbc.sql("""
                        select decision_id, number, name, cost_yuan
                        from governance.decision_option
                        where community_id = any(cast(:communities as integer[]))
                        and decision_id = any(cast(:ids as uuid[]))
                        order by number
                        """)
                .param(
                        "communities",
                        plain.stream().map(it -> it.community().value()).toArray(Integer[]::new))
                .param("ids", plain.stream().map(Decision::id).toArray(UUID[]::new))
                .query((row, number) -> {
                    options.computeIfAbsent(row.getObject("decision_id", UUID.class), any -> new ArrayList<>())
                            .add(new Option(
                                    row.getInt("number"),
                                    row.getString("name"),
                                    row.getObject("cost_yuan", Long.class)));
                    return number;
                })
                .list();
        return plain.stream().map(it -> with(it, options)).toList();
    }

    private static Decision with(Decision it, Map<UUID, List<Option>> options) {
        return new Decision(
                it.community(),
                it.id(),
                it.place(),
                it.path(),
                it.kind(),
                it.matter(),
                it.title(),
                it.words(),
                it.idea(),
                it.mostChoices(),
                it.voting(),
                it.budgetYuan(),
                it.points(),
                it.isRecognised(),
                it.opensAt(),
                it.closesAt(),
                it.announcedAt(),
                it.countedAt(),
                it.annulledAt(),
                it.annulledReason(),
                it.preparedBy(),
                it.origin(),
                options.getOrDefault(it.id(), List.of()));
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
                List.of());
    }
}
