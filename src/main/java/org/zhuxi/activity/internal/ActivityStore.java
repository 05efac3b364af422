package org.zhuxi.activity.internal;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhuxi.activity.ActivityState;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.platform.database.BinaryCopy;
import org.zhuxi.transparency.Journal;

/** Keeps records. */
@Repository
class ActivityStore {

    /** Above this many rows COPY is cheaper than a statement with arrays. */
    private static final int MOST_BY_STATEMENT = 64;

    private static final StoredRows ROWS = new StoredRows();

    private final JdbcClient jdbc;
    private final DataSource database;
    private final Journal journal;

    ActivityStore(JdbcClient jdbc, DataSource database, Journal journal) {
        this.jdbc = jdbc;
        this.database = database;
        this.journal = journal;
    }

    Map<UUID, Stored> find(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql("select " + StoredRows.COLUMNS + " from activity.activity where id = any(cast(:ids as uuid[]))")
                .param("ids", texts(ids, UUID::toString))
                .query(ROWS)
                .list()
                .stream()
                .collect(Collectors.toMap(
                        stored -> stored.activity().id(), Function.identity(), (first, second) -> first));
    }

    Optional<Stored> find(UUID id) {
        return Optional.ofNullable(find(List.of(id)).get(id));
    }

    /** The same records, locked in the order of their ids until the transaction ends. */
    Map<UUID, Stored> lock(CommunityId community, Collection<UUID> ids) {
        return jdbc
                .sql("select " + StoredRows.COLUMNS + """
                         from activity.activity
                        where community_id = :community
                        and id = any(cast(:ids as uuid[]))
                        order by id
                        for no key update""")
                .param("community", community.value())
                .param("ids", texts(ids, UUID::toString))
                .query(ROWS)
                .list()
                .stream()
                .collect(Collectors.toMap(stored -> stored.activity().id(), Function.identity()));
    }

    /**
     * Writes new records and enters them in the log's journal.
     *
     * @return the ids that were written; one that is missing was taken by somebody else at the same moment
     */
    Set<UUID> insert(Collection<Draft> drafts) {
        if (drafts.isEmpty()) {
            return Set.of();
        }
        if (drafts.size() > MOST_BY_STATEMENT) {
            copy(drafts);
            return drafts.stream().map(Draft::id).collect(Collectors.toSet());
        }
        var written = insertByStatement(List.copyOf(drafts));
        drafts.stream().filter(draft -> written.contains(draft.id())).forEach(this::enter);
        return written;
    }

    private void enter(Draft draft) {
        journal.enter(draft.activity().community(), draft.id(), () -> LoggedActivities.row(draft));
    }

    private void copy(Collection<Draft> drafts) {
        var copy = new BinaryCopy(
                "activity.activity",
                "community_id",
                "id",
                "kind",
                "place_path",
                "household_id",
                "site_id",
                "occurred_at",
                "local_date",
                "quantities",
                "grade",
                "note",
                "evidence_count",
                "recorded_by",
                "recorded_at",
                "state",
                "review_reason",
                "verified_by",
                "content_hash",
                "supersedes",
                "origin",
                "log_batch");
        var batch = journal.batch();
        for (var draft : drafts) {
            var activity = draft.activity();
            copy.row()
                    .integer(activity.community().value())
                    .uuid(activity.id())
                    .text(activity.kind())
                    .text(activity.place().value())
                    .uuid(activity.household())
                    .uuid(activity.site())
                    .instant(activity.occurredAt())
                    .date(activity.localDate())
                    .jsonb(StoredRows.json(activity.quantities()))
                    .text(activity.grade())
                    .text(activity.note())
                    .smallint(draft.evidence().size())
                    .uuid(activity.recordedBy())
                    .instant(activity.recordedAt())
                    .text(activity.state().name())
                    .text(name(draft.waits()))
                    .text(name(draft.verifiedBy()))
                    .bytea(draft.hash().bytes())
                    .uuid(activity.supersedes())
                    .text(draft.origin().name())
                    .bigint(batch);
            // at once, while the record is in the cache of the processor
            enter(draft);
        }
        copy.send(database);
    }

    private Set<UUID> insertByStatement(List<Draft> drafts) {
        var written = jdbc.sql("""
                        insert into activity.activity (community_id, id, kind, place_path, household_id, site_id, occurred_at,
                            local_date, quantities, grade, note, evidence_count, recorded_by, recorded_at, state,
                            review_reason, verified_by, content_hash, supersedes, origin, log_batch)
                        select community_id, id, kind, place_path, household_id, site_id, occurred_at,
                            local_date, quantities, grade, note, evidence_count, recorded_by, recorded_at, state,
                            review_reason, verified_by, decode(content_hash, 'hex'), supersedes, origin,
                            cast(:batch as bigint)
                        from unnest(
                            cast(:communities as integer[]), cast(:ids as uuid[]), cast(:kinds as text[]),
                            cast(:places as text[]), cast(:households as uuid[]), cast(:sites as uuid[]),
                            cast(:occurred as timestamptz[]), cast(:days as date[]), cast(:quantities as jsonb[]),
                            cast(:grades as text[]), cast(:notes as text[]), cast(:files as smallint[]),
                            cast(:recorders as uuid[]), cast(:recorded as timestamptz[]), cast(:states as text[]),
                            cast(:reasons as text[]), cast(:verified as text[]), cast(:hashes as text[]),
                            cast(:superseded as uuid[]), cast(:origins as text[]))
                            as draft (community_id, id, kind, place_path, household_id, site_id, occurred_at,
                                local_date, quantities, grade, note, evidence_count, recorded_by, recorded_at, state,
                                review_reason, verified_by, content_hash, supersedes, origin)
                        on conflict (community_id, id) do nothing
                        returning id""")
                .param(
                        "communities",
                        texts(drafts, draft -> draft.activity().community().value()))
                .param("ids", texts(drafts, Draft::id))
                .param("kinds", texts(drafts, draft -> draft.activity().kind()))
                .param("places", texts(drafts, draft -> draft.activity().place()))
                .param("households", texts(drafts, draft -> draft.activity().household()))
                .param("sites", texts(drafts, draft -> draft.activity().site()))
                .param("occurred", texts(drafts, draft -> draft.activity().occurredAt()))
                .param("days", texts(drafts, draft -> draft.activity().localDate()))
                .param(
                        "quantities",
                        texts(drafts, draft -> StoredRows.json(draft.activity().quantities())))
                .param("grades", texts(drafts, draft -> draft.activity().grade()))
                .param("notes", texts(drafts, draft -> draft.activity().note()))
                .param("files", texts(drafts, draft -> draft.evidence().size()))
                .param("recorders", texts(drafts, draft -> draft.activity().recordedBy()))
                .param("recorded", texts(drafts, draft -> draft.activity().recordedAt()))
                .param("states", texts(drafts, draft -> draft.activity().state()))
                .param("reasons", texts(drafts, Draft::waits))
                .param("verified", texts(drafts, Draft::verifiedBy))
                .param(
                        "hashes",
                        texts(
                                drafts,
                                draft -> java.util.HexFormat.of()
                                        .formatHex(draft.hash().bytes())))
                .param("superseded", texts(drafts, draft -> draft.activity().supersedes()))
                .param("origins", texts(drafts, Draft::origin))
                .param("batch", journal.batch())
                .query(UUID.class)
                .list();
        return new HashSet<>(written);
    }

    /** Moves records of one community, which the caller has locked, to another state. */
    void move(CommunityId community, Collection<UUID> ids, ActivityState state, @Nullable VerifiedBy verifiedBy) {
        jdbc.sql("""
                        update activity.activity
                        set state = :state, verified_by = coalesce(:verifiedBy, verified_by)
                        where community_id = :community
                        and id = any(cast(:ids as uuid[]))""")
                .param("state", state.name())
                .param("verifiedBy", name(verifiedBy))
                .param("community", community.value())
                .param("ids", texts(ids, UUID::toString))
                .update();
    }

    static <T> @Nullable String[] texts(Collection<T> items, Function<T, @Nullable Object> value) {
        return items.stream()
                .map(item -> {
                    var it = value.apply(item);
                    return it == null ? null : it.toString();
                })
                .toArray(String[]::new);
    }

    private static @Nullable String name(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }
}
