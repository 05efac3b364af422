package org.zhuxi.points.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;
import org.zhuxi.transparency.Journal;

/**
 * Writes what a batch has decided: the postings, the accounts, the day totals, each table by one statement. Few postings
 * travel with the rest in one round trip; many go by COPY, which costs less a row.
 */
@Component
class LedgerWriter {

    /** Above so many postings COPY is cheaper than sending columns. */
    private static final int FEW = 64;

    private static final String POSTINGS = """
            insert into points.posting (
                community_id, id, debit, credit, points, kind, rule_number, rule_version, business_day, posted_at,
                expires_on, reverses, cause, fingerprint, debit_previous, credit_previous, debit_balance,
                credit_balance, posted_by, note, log_batch)
            select community_id, id, debit, credit, points, kind, rule_number, rule_version,
                   date '1970-01-01' + business_day, ?, date '1970-01-01' + expires_on, reverses, cause, fingerprint,
                   debit_previous, credit_previous, debit_balance, credit_balance, posted_by, note, ?::bigint
            from unnest(?::integer[], ?::uuid[], ?::uuid[], ?::uuid[], ?::bigint[], ?::smallint[], ?::smallint[],
                        ?::smallint[], ?::integer[], ?::integer[], ?::uuid[], ?::uuid[], ?::bigint[], ?::uuid[],
                        ?::uuid[], ?::bigint[], ?::bigint[], ?::uuid[], ?::text[])
              as made (community_id, id, debit, credit, points, kind, rule_number, rule_version, business_day,
                       expires_on, reverses, cause, fingerprint, debit_previous, credit_previous, debit_balance,
                       credit_balance, posted_by, note);
            """;

    // one community a statement, because a cluster updates from a list within one distribution value only; the rows are
    // locked, so they still lie where they were read, and the version tells whether that held
    private static final String ACCOUNTS = """
            update points.account as account
            set credits = changed.credits,
                debits = changed.debits,
                advanced = changed.advanced,
                repaid = changed.repaid,
                version = changed.version,
                last_posting = changed.last_posting,
                lots = changed.lots::bigint[],
                cap_usage = changed.cap_usage::bigint[]
            from unnest(?::tid[], ?::uuid[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::uuid[],
                        ?::text[], ?::text[])
              as changed (row_at, id, credits, debits, advanced, repaid, version, last_posting, lots, cap_usage)
            where account.community_id = ?
              and account.ctid = changed.row_at
              and account.id = changed.id
              and account.version = changed.version - 1;
            """;

    private static final String TOTALS = """
            insert into points.issuing_day as total (
                community_id, purpose, day, slot, credits, debits, credit_count, debit_count)
            select community_id, purpose, date '1970-01-01' + day, ?, credits, debits, credit_count, debit_count
            from unnest(?::integer[], ?::smallint[], ?::integer[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[])
              as added (community_id, purpose, day, credits, debits, credit_count, debit_count)
            on conflict (community_id, purpose, day, slot) do update
            set credits = total.credits + excluded.credits,
                debits = total.debits + excluded.debits,
                credit_count = total.credit_count + excluded.credit_count,
                debit_count = total.debit_count + excluded.debit_count
            """;

    private static final String REJECTIONS = """
            insert into points.rejection (community_id, id, household, fingerprint, outcome, rejected_at)
            select ?, id, household, fingerprint, outcome, ?
            from unnest(?::uuid[], ?::uuid[], ?::bigint[], ?::text[]) as made (id, household, fingerprint, outcome)
            """;

    private final JdbcOperations database;
    private final DataSource source;
    private final Journal journal;
    private final LedgerMeters meters;

    LedgerWriter(JdbcOperations database, DataSource source, Journal journal, LedgerMeters meters) {
        this.database = database;
        this.source = source;
        this.journal = journal;
        this.meters = meters;
    }

    /** @param drafts in the order of their communities */
    void write(List<Draft> drafts, Instant now) {
        drafts.forEach(draft -> writeRejections(draft, now));
        var postings = new ArrayList<Posting>();
        var accounts = new ArrayList<List<Account>>();
        for (var draft : drafts) {
            postings.addAll(draft.book().postings());
            var changed = draft.changedAccounts();
            if (!changed.isEmpty()) {
                accounts.add(changed);
            }
        }
        if (postings.isEmpty()) {
            return;
        }
        meters.countAfterCommit(postings.size());
        if (postings.size() > FEW) {
            PostingRows.copy(postings, now, journal.batch()).send(source);
        }
        database.execute((ConnectionCallback<Boolean>) connection -> {
            writeTogether(connection, postings, accounts, now);
            return true;
        });
        enter(postings, now);
    }

    private void enter(List<Posting> postings, Instant now) {
        var counters = new CounterIds();
        for (var posting : postings) {
            journal.enter(
                    posting.household().community(),
                    posting.id(),
                    () -> LedgerRow.of(posting, counters.of(posting), now).toBytes());
        }
    }

    /** @param accounts those changed, one list a community */
    private void writeTogether(Connection connection, List<Posting> postings, List<List<Account>> accounts, Instant now)
            throws SQLException {
        var few = postings.size() <= FEW;
        var text = (few ? POSTINGS : "") + ACCOUNTS.repeat(accounts.size()) + TOTALS;
        try (var statement = connection.prepareStatement(text)) {
            var columns = new Columns(statement);
            if (few) {
                columns.value(now.atOffset(ZoneOffset.UTC));
                columns.value(journal.batch());
                PostingRows.bind(postings, columns);
            }
            for (var changed : accounts) {
                AccountRows.bind(changed, columns);
            }
            columns.value((short) slot());
            DayTotals.of(postings).bind(columns);
            statement.execute();
            if (few) {
                statement.getMoreResults();
            }
            for (var changed : accounts) {
                requireAll(statement, changed.size());
                statement.getMoreResults();
            }
        }
    }

    private static void requireAll(PreparedStatement statement, int expected) throws SQLException {
        var written = statement.getUpdateCount();
        if (written != expected) {
            throw new OptimisticLockingFailureException(
                    "%d of %d accounts had the version expected".formatted(written, expected));
        }
    }

    private void writeRejections(Draft draft, Instant now) {
        var rejections = draft.book().rejections();
        if (rejections.isEmpty()) {
            return;
        }
        database.execute(REJECTIONS, (PreparedStatement statement) -> {
            var columns = new Columns(statement);
            columns.value(draft.community().value());
            columns.value(now.atOffset(ZoneOffset.UTC));
            columns.uuids(rejections, Memory.Rejection::key);
            columns.uuids(rejections, Memory.Rejection::household);
            columns.longsOrNone(rejections, Memory.Rejection::fingerprint);
            columns.texts(rejections, rejection -> rejection.outcome().name());
            return statement.executeUpdate();
        });
    }

    private static int slot() {
        return (int) (Thread.currentThread().threadId() % DayTotals.SLOTS);
    }
}
