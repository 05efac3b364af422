package org.zhuxi.points.internal;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuxi.platform.database.BinaryCopy;
import org.zhuxi.points.PostingKind;

/** Postings as rows of {@code points.posting}: the household and the other side become debit and credit. */
final class PostingRows {

    private PostingRows() {}

    static BinaryCopy copy(List<Posting> postings, Instant now, long batch) {
        var rows = new BinaryCopy(
                "points.posting",
                "community_id",
                "id",
                "debit",
                "credit",
                "points",
                "kind",
                "rule_number",
                "rule_version",
                "business_day",
                "posted_at",
                "expires_on",
                "reverses",
                "cause",
                "fingerprint",
                "debit_previous",
                "credit_previous",
                "debit_balance",
                "credit_balance",
                "posted_by",
                "note",
                "log_batch");
        var counters = new CounterIds();
        for (var posting : postings) {
            add(posting, counters.of(posting), now, rows);
            rows.bigint(batch);
        }
        return rows;
    }

    private static void add(Posting posting, UUID counter, Instant now, BinaryCopy rows) {
        var in = posting.toHousehold();
        var onAccount = isOnAccount(posting);
        var household = posting.household();
        var details = posting.details();
        rows.row()
                .integer(household.community().value())
                .uuid(posting.id())
                .uuid(debit(posting, counter))
                .uuid(credit(posting, counter))
                .bigint(posting.points())
                .smallint(posting.kind().number())
                .smallint(ruleNumber(posting))
                .smallint(ruleVersion(posting))
                .date(details.businessDay())
                .instant(now)
                .date(details.expiresOn())
                .uuid(posting.reverses())
                .uuid(details.cause().activity())
                .bigint(posting.fingerprint())
                .uuid(in ? null : posting.previous())
                .uuid(in ? posting.previous() : null)
                .bigint(in || !onAccount ? null : posting.balance())
                .bigint(in && onAccount ? posting.balance() : null)
                .uuid(details.cause().by())
                .text(details.cause().note());
    }

    static void bind(List<Posting> postings, Columns columns) throws SQLException {
        var counters = new CounterIds();
        columns.integers(postings, posting -> posting.household().community().value());
        columns.uuids(postings, Posting::id);
        columns.uuids(postings, posting -> debit(posting, counters.of(posting)));
        columns.uuids(postings, posting -> credit(posting, counters.of(posting)));
        columns.longs(postings, Posting::points);
        columns.integers(postings, posting -> posting.kind().number());
        columns.integersOrNone(postings, PostingRows::ruleNumber);
        columns.integersOrNone(postings, PostingRows::ruleVersion);
        columns.integers(
                postings, posting -> (int) posting.details().businessDay().toEpochDay());
        columns.integersOrNone(postings, posting -> epochDay(posting.details().expiresOn()));
        columns.uuids(postings, Posting::reverses);
        columns.uuids(postings, posting -> posting.details().cause().activity());
        columns.longs(postings, Posting::fingerprint);
        columns.uuids(postings, posting -> posting.toHousehold() ? null : posting.previous());
        columns.uuids(postings, posting -> posting.toHousehold() ? posting.previous() : null);
        columns.longsOrNone(
                postings, posting -> posting.toHousehold() || !isOnAccount(posting) ? null : posting.balance());
        columns.longsOrNone(
                postings, posting -> posting.toHousehold() && isOnAccount(posting) ? posting.balance() : null);
        columns.uuids(postings, posting -> posting.details().cause().by());
        columns.texts(postings, posting -> posting.details().cause().note());
    }

    /** A capture moves what was set aside to what was spent, past the household's account. */
    static boolean isOnAccount(Posting posting) {
        return posting.kind() != PostingKind.CAPTURE;
    }

    static UUID debit(Posting posting, UUID counter) {
        if (!isOnAccount(posting)) {
            return Counter.HELD.idIn(posting.household().community());
        }
        return posting.toHousehold() ? counter : posting.household().id();
    }

    static UUID credit(Posting posting, UUID counter) {
        return posting.toHousehold() && isOnAccount(posting)
                ? posting.household().id()
                : counter;
    }

    private static @Nullable Integer ruleNumber(Posting posting) {
        var rule = posting.details().rule();
        return rule == null ? null : rule.number();
    }

    private static @Nullable Integer ruleVersion(Posting posting) {
        var rule = posting.details().rule();
        return rule == null ? null : rule.version();
    }

    private static @Nullable Integer epochDay(@Nullable LocalDate day) {
        return day == null ? null : (int) day.toEpochDay();
    }
}
