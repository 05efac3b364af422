package org.zhuxi.points.internal;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.HouseholdRef;
import org.zhuxi.kernel.Refused;
import org.zhuxi.transparency.Journal;
import org.zhuxi.transparency.LogSource;
import org.zhuxi.transparency.Receipt;
import org.zhuxi.transparency.TransparencyLog;
import org.zhuxi.transparency.UnloggedRows;

/** Postings as the log knows them, and their receipts. */
@Component
public class LoggedPostings implements LogSource {

    private final JdbcClient jdbc;
    private final Journal journal;
    private final UnloggedRows unlogged;

    LoggedPostings(JdbcClient jdbc, Journal journal) {
        this.jdbc = jdbc;
        this.journal = journal;
        this.unlogged = new UnloggedRows(jdbc, "points.posting");
    }

    /** The receipt of a posting on a household's own account. */
    public Receipt receipt(TransparencyLog log, HouseholdRef household, UUID posting) {
        var row = rows(household.community(), List.of(posting)).stream()
                .filter(found ->
                        found.debit().equals(household.id()) || found.credit().equals(household.id()))
                .findFirst()
                .orElseThrow(() -> new Refused.NotFound(posting));
        var batch = jdbc.sql("select log_batch from points.posting where community_id = :community and id = :id")
                .param("community", household.community().value())
                .param("id", posting)
                .query((found, number) -> Optional.ofNullable(found.getObject(1, Long.class)))
                .single();
        return log.receipt(batch.orElse(null), posting, row.toBytes());
    }

    @Override
    public int format() {
        return LedgerRow.FORMAT;
    }

    @Override
    public String name() {
        return "posting";
    }

    @Override
    public Map<UUID, byte[]> read(CommunityId community, Collection<UUID> ids) {
        return rows(community, ids).stream().collect(Collectors.toMap(LedgerRow::id, LedgerRow::toBytes));
    }

    private List<LedgerRow> rows(CommunityId community, Collection<UUID> ids) {
        return jdbc.sql("select " + LedgerRow.COLUMNS + """
                         from points.posting
                        where community_id = :community
                        and id = any(cast(:ids as uuid[]))""")
                .param("community", community.value())
                .param("ids", texts(ids))
                .query(LedgerRow::of)
                .list();
    }

    @Override
    public long countOutside() {
        return unlogged.count();
    }

    @Override
    public int enrol(int most) {
        var entered = 0;
        for (var community : unlogged.next(most).entrySet()) {
            var claimed = claim(community.getKey(), community.getValue());
            claimed.forEach(row -> journal.enter(row.community(), row.id(), row::toBytes));
            entered += claimed.size();
        }
        return entered;
    }

    private List<LedgerRow> claim(int community, Collection<UUID> ids) {
        return jdbc.sql("""
                        update points.posting
                        set log_batch = :batch
                        where community_id = :community
                        and id = any(cast(:ids as uuid[]))
                        and log_batch is null
                        returning\s""" + LedgerRow.COLUMNS)
                .param("batch", journal.batch())
                .param("community", community)
                .param("ids", texts(ids))
                .query(LedgerRow::of)
                .list();
    }

    private static String[] texts(Collection<UUID> ids) {
        return ids.stream().map(UUID::toString).toArray(String[]::new);
    }
}
