package org.zhuxi.governance.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhuxi.governance.Decision;
import org.zhuxi.governance.SharedWork;
import org.zhuxi.governance.SharedWork.Consent;
import org.zhuxi.governance.SharedWork.Objection;
import org.zhuxi.governance.SharedWork.Share;
import org.zhuxi.governance.SharedWork.State;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Slice;
import org.zhuxi.platform.database.Rows;

/** Keeps shared works, what dwellings pay and signed, and objections. */
@Repository
public class SharedWorkStore {

    private static final String CHANGE =
            "update governance.shared_work set %s where community_id = :community and id = :id";

    private final PlacedRows<SharedWork> rows;

    SharedWorkStore(JdbcClient jdbc) {
        rows = PlacedRows.of(jdbc, "governance.shared_work", "title", (row, number) -> work(row));
    }

    /** Whether the id was free. */
    public boolean insert(SharedWork it, List<Share> shares, UUID by, Instant at) {
        var isNew = rows.find(it.id()).isEmpty()
                && rows.ofNew(it, by, at, """
                        insert into governance.shared_work (community_id, id, place_code, place_path, kind, title, words,
                            cost_fen, subsidy_fen, running_fen, state, prepared_by, prepared_at, origin)
                        values (:community, :id, :place, :path, :kind, :title, :words, :cost, :subsidy, :running,
                            'DRAFT', :by, :at, :origin)
                        on conflict do nothing
                        """)
                                .param("kind", it.kind().name())
                                .param("title", it.title())
                                .param("words", it.words())
                                .param("cost", it.costFen())
                                .param("subsidy", it.subsidyFen())
                                .param("running", it.runningFen())
                                .update()
                        == 1;
        if (isNew) {
            insert(it, shares);
        }
        return isNew;
    }

    private void insert(SharedWork it, List<Share> shares) {
        rows.of(it, """
                        insert into governance.work_share (community_id, work_id, place_code, floor, area_centi_m2,
                            coefficient_milli, running_milli, share_fen, running_fen, consent)
                        select :community, :id, place, floor, area, coefficient, running, share, yearly, 'OPEN'
                        from unnest(cast(:places as text[]), cast(:floors as integer[]), cast(:areas as bigint[]),
                            cast(:coefficients as integer[]), cast(:runnings as integer[]), cast(:shares as bigint[]),
                            cast(:yearlies as bigint[]))
                            as it (place, floor, area, coefficient, running, share, yearly)
                        """)
                .param("places", Rows.texts(shares, Share::place))
                .param("floors", Rows.texts(shares, Share::floor))
                .param("areas", Rows.texts(shares, Share::areaCentiM2))
                .param("coefficients", Rows.texts(shares, Share::coefficientMilli))
                .param("runnings", Rows.texts(shares, Share::runningMilli))
                .param("shares", Rows.texts(shares, Share::shareFen))
                .param("yearlies", Rows.texts(shares, Share::runningFen))
                .update();
    }

    public Optional<SharedWork> find(UUID id) {
        return rows.find(id);
    }

    public void lock(SharedWork it) {
        rows.lock(it);
    }

    /** Works at or below a place, the latest first. @param drafts whether drafts are shown too */
    public Slice<SharedWork> list(PlacePath at, String words, boolean drafts, int limit, @Nullable UUID after) {
        return rows.list(drafts ? "true" : "state <> 'DRAFT'", Map.of(), at, words, limit, after);
    }

    public List<Share> shares(SharedWork it) {
        return rows.of(it, """
                        select *
                        from governance.work_share
                        where community_id = :community
                        and work_id = :id
                        order by floor, place_code
                        """)
                .query((row, number) -> new Share(
                        row.getString("place_code"),
                        row.getInt("floor"),
                        row.getLong("area_centi_m2"),
                        row.getLong("coefficient_milli"),
                        row.getLong("running_milli"),
                        row.getLong("share_fen"),
                        row.getLong("running_fen"),
                        Consent.valueOf(row.getString("consent")),
                        Rows.day(row, "signed_on")))
                .list();
    }

    /** Objections, the earliest first. */
    public List<Objection> objections(SharedWork it) {
        return rows.of(it, """
                        select id, words, said_at, answer
                        from governance.work_objection
                        where community_id = :community
                        and work_id = :id
                        order by said_at, id
                        """)
                .query((row, number) -> new Objection(
                        row.getObject("id", UUID.class),
                        row.getString("words"),
                        Rows.moment(row, "said_at"),
                        row.getString("answer")))
                .list();
    }

    public void publicise(SharedWork it, LocalDate until) {
        rows.of(it, CHANGE.formatted("state = 'PUBLICISED', objections_until = :until"))
                .param("until", until)
                .update();
    }

    public void agree(SharedWork it, UUID decision) {
        rows.of(it, CHANGE.formatted("state = 'AGREED', decision_id = :decision"))
                .param("decision", decision)
                .update();
    }

    public void finish(SharedWork it) {
        rows.of(it, CHANGE.formatted("state = 'DONE'")).update();
    }

    public void withdraw(SharedWork it, String reason) {
        rows.of(it, CHANGE.formatted("state = 'WITHDRAWN', withdrawn_reason = :reason"))
                .param("reason", reason)
                .update();
    }

    /** What a vote agreed to and is not built yet hangs out again; its id. */
    public Optional<UUID> annul(Decision vote) {
        return rows.jdbc()
                .sql("""
                        update governance.shared_work
                        set state = 'PUBLICISED', decision_id = null
                        where community_id = :community
                        and decision_id = :decision
                        and state = 'AGREED'
                        returning id
                        """)
                .param("community", vote.community().value())
                .param("decision", vote.id())
                .query(UUID.class)
                .optional();
    }

    /** When it was drawn up; nothing in it has changed since. */
    public Instant preparedAt(SharedWork it) {
        return rows.of(it, """
                        select prepared_at
                        from governance.shared_work
                        where community_id = :community
                        and id = :id
                        """)
                .query((row, number) -> Rows.moment(row, "prepared_at"))
                .single();
    }

    /** Whether there is such a dwelling. */
    public boolean sign(SharedWork it, String place, Consent consent, LocalDate on, UUID by) {
        return rows.of(it, """
                        update governance.work_share
                        set consent = :consent, signed_on = :on, entered_by = :by
                        where community_id = :community
                        and work_id = :id
                        and place_code = :place
                        """)
                        .param("consent", consent.name())
                        .param("on", on)
                        .param("by", by)
                        .param("place", place)
                        .update()
                == 1;
    }

    public void object(SharedWork it, UUID objection, String words, UUID by, Instant at) {
        rows.of(it, """
                        insert into governance.work_objection (community_id, work_id, id, words, said_by, said_at)
                        values (:community, :id, :objection, :words, :by, :at)
                        on conflict do nothing
                        """)
                .param("objection", objection)
                .param("words", words)
                .param("by", by)
                .param("at", Rows.at(at))
                .update();
    }

    /** Whether it had no answer before. */
    public boolean answer(SharedWork it, UUID objection, String words, UUID by, Instant at) {
        return rows.of(it, """
                        update governance.work_objection
                        set answer = :words, answered_by = :by, answered_at = :at
                        where community_id = :community
                        and work_id = :id
                        and id = :objection
                        and answer is null
                        """)
                        .param("objection", objection)
                        .param("words", words)
                        .param("by", by)
                        .param("at", Rows.at(at))
                        .update()
                == 1;
    }

    private static SharedWork work(ResultSet row) throws SQLException {
        return new SharedWork(
                new CommunityId(row.getInt("community_id")),
                row.getObject("id", UUID.class),
                row.getString("place_code"),
                new PlacePath(row.getString("place_path")),
                SharedWork.Kind.valueOf(row.getString("kind")),
                row.getString("title"),
                row.getString("words"),
                row.getLong("cost_fen"),
                row.getLong("subsidy_fen"),
                row.getLong("running_fen"),
                State.valueOf(row.getString("state")),
                Rows.day(row, "objections_until"),
                row.getObject("decision_id", UUID.class),
                row.getString("withdrawn_reason"),
                Origin.valueOf(row.getString("origin")));
    }
}
