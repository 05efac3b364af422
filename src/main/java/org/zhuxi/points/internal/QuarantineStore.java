package org.zhuxi.points.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.Origin;
import org.zhuxi.points.Quarantine;
import org.zhuxi.points.QuarantineItem;

/** Keeps quarantines and the records in them. */
@Repository
public class QuarantineStore {

    private static final String COLUMNS = """
            community_id, id, recorder, from_at, to_at, reason, state, opened_by, opened_at, decided_by, decided_at,
            decision_note, finished_at""";

    private static final String ITEMS = """
            select quarantine, activity, household, kind, lots
            from points.quarantine_item
            where community_id = :community and %s""";

    private final JdbcClient database;

    QuarantineStore(JdbcClient database) {
        this.database = database;
    }

    /** False when there is one with that id. */
    public boolean insert(Quarantine made, Origin origin) {
        return database.sql("""
                        insert into points.quarantine (
                            community_id, id, recorder, from_at, to_at, reason, state, opened_by, opened_at, origin)
                        values (:community, :id, :recorder, :from, :to, :reason, :state, :by, :at, :origin)
                        on conflict (community_id, id) do nothing""")
                        .param("community", made.community().value())
                        .param("id", made.id())
                        .param("recorder", made.recorder())
                        .param("from", utc(made.from()))
                        .param("to", utc(made.to()))
                        .param("reason", made.reason())
                        .param("state", made.state().name())
                        .param("by", made.openedBy())
                        .param("at", utc(made.openedAt()))
                        .param("origin", origin.name())
                        .update()
                > 0;
    }

    public Optional<Quarantine> find(UUID id) {
        return database.sql("select " + COLUMNS + " from points.quarantine where id = :id")
                .param("id", id)
                .query(QuarantineStore::quarantine)
                .optional();
    }

    /** The same, locked until the transaction ends. */
    public Quarantine lock(Quarantine known) {
        return database.sql("select " + COLUMNS
                        + " from points.quarantine where community_id = :community and id = :id for no key update")
                .param("community", known.community().value())
                .param("id", known.id())
                .query(QuarantineStore::quarantine)
                .single();
    }

    /**
     * The latest first.
     *
     * @param communities null for all
     */
    public List<Quarantine> list(Integer @Nullable [] communities, int rows, @Nullable UUID after) {
        return database.sql("select " + COLUMNS + """
                         from points.quarantine
                        where (cast(:communities as integer[]) is null or community_id = any(:communities))
                          and (cast(:after as uuid) is null or id < cast(:after as uuid))
                        order by id desc
                        limit :rows""")
                .param("communities", communities)
                .param("after", after)
                .param("rows", rows)
                .query(QuarantineStore::quarantine)
                .list();
    }

    /** What a job has to go on with, the oldest first. */
    List<Quarantine> unfinished() {
        return database.sql("select " + COLUMNS + """
                         from points.quarantine
                        where state in ('WITHHOLDING', 'REVERSING', 'RELEASING')
                        order by opened_at
                        limit 100""")
                .query(QuarantineStore::quarantine)
                .list();
    }

    public void decide(Quarantine decided) {
        database.sql("""
                        update points.quarantine
                        set state = :state, decided_by = :by, decided_at = :at, decision_note = :note
                        where community_id = :community and id = :id""")
                .param("community", decided.community().value())
                .param("id", decided.id())
                .param("state", decided.state().name())
                .param("by", decided.decidedBy())
                .param("at", utc(decided.decidedAt()))
                .param("note", decided.decisionNote())
                .update();
    }

    /** Ends the step under way. */
    void finish(Quarantine quarantine, Quarantine.State state, @Nullable Instant at) {
        database.sql("""
                        update points.quarantine
                        set state = :state, finished_at = :at
                        where community_id = :community and id = :id""")
                .param("community", quarantine.community().value())
                .param("id", quarantine.id())
                .param("state", state.name())
                .param("at", utc(at))
                .update();
    }

    List<Withholding.Item> lockFound(Quarantine quarantine, int most) {
        return items(
                "quarantine = :quarantine and state = 'FOUND' order by activity limit :most for no key update",
                quarantine,
                most);
    }

    List<Withholding.Item> lockWithheld(Quarantine quarantine, int most) {
        return items(
                "quarantine = :quarantine and state = 'WITHHELD' order by activity limit :most for no key update",
                quarantine,
                most);
    }

    /** Without a lock: the records themselves are locked first when they are reversed. */
    List<Withholding.Item> listWithheld(Quarantine quarantine, int most) {
        return items("quarantine = :quarantine and state = 'WITHHELD' order by activity limit :most", quarantine, most);
    }

    /** Those of the records that are in an open quarantine. */
    List<Withholding.Item> lockOpen(CommunityId community, Collection<UUID> activities) {
        return database.sql(
                        ITEMS.formatted(
                                "activity = any(:activities) and state in ('FOUND', 'WITHHELD') order by activity for no key update"))
                .param("community", community.value())
                .param("activities", activities.toArray(UUID[]::new))
                .query(QuarantineStore::item)
                .list();
    }

    void noteWithheld(Quarantine quarantine, List<Withholding.Withheld> withheld) {
        database.sql("""
                        update points.quarantine_item item
                        set state = 'WITHHELD', points = made.points, withheld = made.withheld, lots = made.lots::bigint[]
                        from unnest(cast(:activities as uuid[]), cast(:points as bigint[]), cast(:withheld as bigint[]),
                                    cast(:lots as text[])) as made (activity, points, withheld, lots)
                        where item.community_id = :community and item.quarantine = :quarantine
                          and item.activity = made.activity""")
                .param("community", quarantine.community().value())
                .param("quarantine", quarantine.id())
                .param(
                        "activities",
                        withheld.stream().map(Withholding.Withheld::activity).toArray(UUID[]::new))
                .param(
                        "points",
                        withheld.stream().map(Withholding.Withheld::points).toArray(Long[]::new))
                .param(
                        "withheld",
                        withheld.stream().map(one -> one.lots().total()).toArray(Long[]::new))
                .param(
                        "lots",
                        withheld.stream()
                                .map(one -> HoldLedger.literal(one.lots()))
                                .toArray(String[]::new))
                .update();
    }

    void move(CommunityId community, Collection<Withholding.Item> items, String state) {
        database.sql("""
                        update points.quarantine_item item
                        set state = :state
                        from unnest(cast(:quarantines as uuid[]), cast(:activities as uuid[])) as moved (quarantine, activity)
                        where item.community_id = :community and item.quarantine = moved.quarantine
                          and item.activity = moved.activity""")
                .param("community", community.value())
                .param("state", state)
                .param(
                        "quarantines",
                        items.stream().map(Withholding.Item::quarantine).toArray(UUID[]::new))
                .param(
                        "activities",
                        items.stream().map(Withholding.Item::activity).toArray(UUID[]::new))
                .update();
    }

    /**
     * Notes what the reversal of records took and what is owed of it since.
     *
     * @param postings ids that postings of these reversals have, if they were made
     */
    void noteReversed(Quarantine quarantine, Collection<UUID> activities, Collection<UUID> postings) {
        database.sql("""
                        update points.quarantine_item item
                        set taken_back = made.taken_back, owed = made.owed
                        from (
                            select cause as activity,
                                   coalesce(sum(points) filter (where kind = 3), 0) as taken_back,
                                   coalesce(sum(points) filter (where kind = 7), 0) as owed
                            from points.posting
                            where community_id = :community and id = any(:postings)
                            group by cause
                        ) made
                        where item.community_id = :community and item.quarantine = :quarantine
                          and item.activity = any(:activities) and item.activity = made.activity""")
                .param("community", quarantine.community().value())
                .param("quarantine", quarantine.id())
                .param("activities", activities.toArray(UUID[]::new))
                .param("postings", postings.toArray(UUID[]::new))
                .update();
    }

    public Quarantine.Counts counts(Quarantine quarantine) {
        var reached =
                quarantine.state() == Quarantine.State.WITHHOLDING || quarantine.state() == Quarantine.State.WITHHELD
                        ? "state <> 'FOUND'"
                        : "state in ('REVERSED', 'RELEASED')";
        return database.sql("""
                        select count(*) as records, count(*) filter (where %s) as done,
                               count(distinct household) as households, coalesce(sum(points), 0) as points,
                               coalesce(sum(withheld), 0) as withheld, coalesce(sum(taken_back), 0) as taken_back,
                               coalesce(sum(owed), 0) as owed
                        from points.quarantine_item
                        where community_id = :community and quarantine = :quarantine""".formatted(reached))
                .param("community", quarantine.community().value())
                .param("quarantine", quarantine.id())
                .query(Quarantine.Counts.class)
                .single();
    }

    /** In the order of the records' ids. */
    public List<QuarantineItem> list(Quarantine quarantine, int rows, @Nullable UUID after) {
        return database.sql("""
                        select activity, household, kind, local_date as day, state, points, withheld, taken_back, owed
                        from points.quarantine_item
                        where community_id = :community and quarantine = :quarantine
                          and (cast(:after as uuid) is null or activity > cast(:after as uuid))
                        order by activity
                        limit :rows""")
                .param("community", quarantine.community().value())
                .param("quarantine", quarantine.id())
                .param("after", after)
                .param("rows", rows)
                .query((row, number) -> new QuarantineItem(
                        row.getObject("activity", UUID.class),
                        row.getObject("household", UUID.class),
                        row.getString("kind"),
                        row.getObject("day", LocalDate.class),
                        QuarantineItem.State.valueOf(row.getString("state")),
                        row.getLong("points"),
                        row.getLong("withheld"),
                        row.getLong("taken_back"),
                        row.getLong("owed")))
                .list();
    }

    private List<Withholding.Item> items(String condition, Quarantine quarantine, int most) {
        return database.sql(ITEMS.formatted(condition))
                .param("community", quarantine.community().value())
                .param("quarantine", quarantine.id())
                .param("most", most)
                .query(QuarantineStore::item)
                .list();
    }

    private static Withholding.Item item(ResultSet row, int number) throws SQLException {
        return new Withholding.Item(
                row.getObject("quarantine", UUID.class),
                row.getObject("activity", UUID.class),
                row.getObject("household", UUID.class),
                row.getString("kind"),
                HoldLedger.lots(row));
    }

    private static Quarantine quarantine(ResultSet row, int number) throws SQLException {
        return new Quarantine(
                row.getObject("id", UUID.class),
                new CommunityId(row.getInt("community_id")),
                row.getObject("recorder", UUID.class),
                row.getObject("from_at", OffsetDateTime.class).toInstant(),
                row.getObject("to_at", OffsetDateTime.class).toInstant(),
                row.getString("reason"),
                Quarantine.State.valueOf(row.getString("state")),
                row.getObject("opened_by", UUID.class),
                row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                row.getObject("decided_by", UUID.class),
                instant(row, "decided_at"),
                row.getString("decision_note"),
                instant(row, "finished_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant moment) {
        return moment == null ? null : moment.atOffset(ZoneOffset.UTC);
    }
}
