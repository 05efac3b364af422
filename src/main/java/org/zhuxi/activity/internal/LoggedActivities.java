package org.zhuxi.activity.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhuxi.activity.Activity;
import org.zhuxi.activity.ReviewReason;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.Origin;
import org.zhuxi.transparency.Journal;
import org.zhuxi.transparency.LogSource;
import org.zhuxi.transparency.RecordBytes;
import org.zhuxi.transparency.UnloggedRows;

/**
 * Records as the log knows them: every column as it was when the record was taken in. What becomes of a record later is a
 * decision, and each decision is logged by itself.
 */
@Component
class LoggedActivities implements LogSource {

    static final int FORMAT = 3;

    private static final StoredRows ROWS = new StoredRows();

    private final JdbcClient jdbc;
    private final Journal journal;
    private final UnloggedRows unlogged;

    LoggedActivities(JdbcClient jdbc, Journal journal) {
        this.jdbc = jdbc;
        this.journal = journal;
        this.unlogged = new UnloggedRows(jdbc, "activity.activity");
    }

    static byte[] row(Draft draft) {
        return row(
                draft.activity(),
                draft.hash(),
                draft.waits(),
                draft.verifiedBy(),
                draft.evidence().size(),
                draft.origin());
    }

    /** A record that waited was verified by nothing when it was taken in. */
    static byte[] row(Stored stored) {
        var verifiedBy = stored.waits() == null ? stored.verifiedBy() : null;
        return row(
                stored.activity(), stored.hash(), stored.waits(), verifiedBy, stored.evidenceCount(), stored.origin());
    }

    private static byte[] row(
            Activity activity,
            ContentHash hash,
            @Nullable ReviewReason waits,
            @Nullable VerifiedBy verifiedBy,
            int evidence,
            Origin origin) {
        return new RecordBytes(FORMAT)
                .integer(activity.community().value())
                .uuid(activity.id())
                .text(activity.kind())
                .text(activity.place().value())
                .optionalUuid(activity.household())
                .optionalUuid(activity.site())
                .instant(activity.occurredAt())
                .date(activity.localDate())
                .decimals(activity.quantities())
                .optionalText(activity.grade())
                .optionalText(activity.note())
                .integer(evidence)
                .uuid(activity.recordedBy())
                .instant(activity.recordedAt())
                .optionalText(waits == null ? null : waits.name())
                .optionalText(verifiedBy == null ? null : verifiedBy.name())
                .raw(hash.bytes())
                .optionalUuid(activity.supersedes())
                .text(origin.name())
                .toBytes();
    }

    @Override
    public int format() {
        return FORMAT;
    }

    @Override
    public String name() {
        return "activity";
    }

    @Override
    public Map<UUID, byte[]> read(CommunityId community, Collection<UUID> ids) {
        var rows = new HashMap<UUID, byte[]>();
        jdbc.sql("select " + StoredRows.COLUMNS + """
                         from activity.activity
                        where community_id = :community
                        and id = any(cast(:ids as uuid[]))""")
                .param("community", community.value())
                .param("ids", ActivityStore.texts(ids, UUID::toString))
                .query(ROWS)
                .list()
                .forEach(stored -> rows.put(stored.activity().id(), row(stored)));
        return rows;
    }

    /** The number of the batch that names a record, or null. */
    @Nullable
    Long batchOf(CommunityId community, UUID id) {
        return jdbc.sql("select log_batch from activity.activity where community_id = :community and id = :id")
                .param("community", community.value())
                .param("id", id)
                .query((row, number) -> java.util.Optional.ofNullable(row.getObject(1, Long.class)))
                .single()
                .orElse(null);
    }

    @Override
    public long countOutside() {
        return unlogged.count();
    }

    @Override
    public int enrol(int most) {
        var entered = new ArrayList<Stored>();
        unlogged.next(most).forEach((community, ids) -> entered.addAll(claim(community, ids)));
        entered.forEach(stored ->
                journal.enter(stored.activity().community(), stored.activity().id(), () -> row(stored)));
        return entered.size();
    }

    private Collection<Stored> claim(int community, Collection<UUID> ids) {
        return jdbc.sql("""
                        update activity.activity
                        set log_batch = :batch
                        where community_id = :community
                        and id = any(cast(:ids as uuid[]))
                        and log_batch is null
                        returning\s""" + StoredRows.COLUMNS)
                .param("batch", journal.batch())
                .param("community", community)
                .param("ids", ActivityStore.texts(ids, UUID::toString))
                .query(ROWS)
                .list();
    }
}
