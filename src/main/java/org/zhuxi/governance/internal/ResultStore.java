package org.zhuxi.governance.internal;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhuxi.governance.Decision;
import org.zhuxi.governance.DecisionKind;
import org.zhuxi.governance.Result;
import org.zhuxi.governance.VotingRule;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.platform.database.Rows;

/** Keeps results, which are only ever added, and what jurisdictions say about kinds of decisions. */
@Repository
public class ResultStore {

    private final JdbcClient jdbc;

    ResultStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void insert(Decision decision, Result result, UUID by) {
        DecisionSql.of(jdbc, decision, """
                        insert into governance.result (community_id, decision_id, adopted, outcome, entitled,
                            total_area_centi_m2, ballots, on_paper, file_sha256, counted_by, counted_at)
                        values (:community, :decision, :adopted, :outcome, :entitled, :area, :ballots, :paper, :hash,
                            :by, :at)
                        """)
                .param("adopted", result.adopted())
                .param("outcome", result.outcome())
                .param("entitled", result.entitled())
                .param("area", result.totalAreaCentiM2())
                .param("ballots", result.ballots())
                .param("paper", result.onPaper())
                .param("hash", result.fileSha256())
                .param("by", by)
                .param("at", Rows.at(result.countedAt()))
                .update();
    }

    public Optional<Result> find(Decision decision) {
        return DecisionSql.of(jdbc, decision, """
                        select *
                        from governance.result
                        where community_id = :community
                        and decision_id = :decision
                        """)
                .query((row, number) -> new Result(
                        row.getObject("adopted", Boolean.class),
                        row.getString("outcome"),
                        row.getInt("entitled"),
                        row.getLong("total_area_centi_m2"),
                        row.getInt("ballots"),
                        row.getInt("on_paper"),
                        row.getString("file_sha256"),
                        Rows.moment(row, "counted_at")))
                .optional();
    }

    /** What the nearest place at or above says. */
    public VotingRule rule(PlacePath path, DecisionKind kind) {
        return jdbc.sql("""
                        select *
                        from governance.voting_rule
                        where place_path = any(cast(:paths as text[]))
                        and kind = :kind
                        order by length(place_path) desc
                        limit 1
                        """)
                .param("paths", Rows.texts(path.andAbove(), PlacePath::value))
                .param("kind", kind.name())
                .query((row, number) -> new VotingRule(
                        new PlacePath(row.getString("place_path")),
                        kind,
                        row.getBoolean("recognised"),
                        row.getString("channel"),
                        row.getInt("notice_days"),
                        row.getInt("least_days"),
                        row.getInt("most_days"),
                        row.getString("source")))
                .optional()
                .orElseGet(() -> VotingRule.usual(kind));
    }

    public void set(VotingRule rule, UUID by, java.time.Instant at) {
        jdbc.sql("""
                        insert into governance.voting_rule (place_path, kind, recognised, channel, notice_days,
                            least_days, most_days, source, set_by, set_at)
                        values (:path, :kind, :recognised, :channel, :notice, :least, :most, :source, :by, :at)
                        on conflict (place_path, kind) do update
                        set recognised = excluded.recognised, channel = excluded.channel,
                            notice_days = excluded.notice_days, least_days = excluded.least_days,
                            most_days = excluded.most_days, source = excluded.source, set_by = excluded.set_by,
                            set_at = excluded.set_at
                        """)
                .param("path", rule.place().value())
                .param("kind", rule.kind().name())
                .param("recognised", rule.isRecognised())
                .param("channel", rule.channel())
                .param("notice", rule.noticeDays())
                .param("least", rule.leastDays())
                .param("most", rule.mostDays())
                .param("source", rule.source())
                .param("by", by)
                .param("at", Rows.at(at))
                .update();
    }

    /** Whether there was one. */
    public boolean withdrawRule(PlacePath place, DecisionKind kind) {
        return jdbc.sql("delete from governance.voting_rule where place_path = :path and kind = :kind")
                        .param("path", place.value())
                        .param("kind", kind.name())
                        .update()
                > 0;
    }

    public List<VotingRule> rules(PlacePath path) {
        return java.util.Arrays.stream(DecisionKind.values())
                .map(kind -> rule(path, kind))
                .toList();
    }
}
