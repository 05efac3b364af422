package org.zhuxi.points.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.transparency.RecordBytes;

/** A row of {@code points.posting}, column by column, as the log commits to it. */
record LedgerRow(
        CommunityId community,
        UUID id,
        UUID debit,
        UUID credit,
        long points,
        int kind,
        @Nullable Integer ruleNumber,
        @Nullable Integer ruleVersion,
        LocalDate businessDay,
        Instant postedAt,
        @Nullable LocalDate expiresOn,
        @Nullable UUID reverses,
        @Nullable UUID cause,
        long fingerprint,
        @Nullable UUID debitPrevious,
        @Nullable UUID creditPrevious,
        @Nullable Long debitBalance,
        @Nullable Long creditBalance,
        @Nullable UUID postedBy,
        @Nullable String note) {

    static final int FORMAT = 2;

    static final String COLUMNS = """
            community_id, id, debit, credit, points, kind, rule_number, rule_version, business_day, posted_at, expires_on,
            reverses, cause, fingerprint, debit_previous, credit_previous, debit_balance, credit_balance, posted_by, note""";

    static LedgerRow of(Posting posting, UUID counter, Instant postedAt) {
        var in = posting.toHousehold();
        var onAccount = PostingRows.isOnAccount(posting);
        var details = posting.details();
        var rule = details.rule();
        return new LedgerRow(
                posting.household().community(),
                posting.id(),
                PostingRows.debit(posting, counter),
                PostingRows.credit(posting, counter),
                posting.points(),
                posting.kind().number(),
                rule == null ? null : rule.number(),
                rule == null ? null : rule.version(),
                details.businessDay(),
                postedAt,
                details.expiresOn(),
                posting.reverses(),
                details.cause().activity(),
                posting.fingerprint(),
                in ? null : posting.previous(),
                in ? posting.previous() : null,
                in || !onAccount ? null : posting.balance(),
                in && onAccount ? posting.balance() : null,
                details.cause().by(),
                details.cause().note());
    }

    static LedgerRow of(ResultSet row, int number) throws SQLException {
        return new LedgerRow(
                new CommunityId(row.getInt("community_id")),
                row.getObject("id", UUID.class),
                row.getObject("debit", UUID.class),
                row.getObject("credit", UUID.class),
                row.getLong("points"),
                row.getInt("kind"),
                row.getObject("rule_number", Integer.class),
                row.getObject("rule_version", Integer.class),
                row.getObject("business_day", LocalDate.class),
                row.getObject("posted_at", OffsetDateTime.class).toInstant(),
                row.getObject("expires_on", LocalDate.class),
                row.getObject("reverses", UUID.class),
                row.getObject("cause", UUID.class),
                row.getLong("fingerprint"),
                row.getObject("debit_previous", UUID.class),
                row.getObject("credit_previous", UUID.class),
                row.getObject("debit_balance", Long.class),
                row.getObject("credit_balance", Long.class),
                row.getObject("posted_by", UUID.class),
                row.getString("note"));
    }

    byte[] toBytes() {
        return new RecordBytes(FORMAT)
                .integer(community.value())
                .uuid(id)
                .uuid(debit)
                .uuid(credit)
                .bigint(points)
                .small(kind)
                .optionalInteger(ruleNumber)
                .optionalInteger(ruleVersion)
                .date(businessDay)
                .instant(postedAt)
                .optionalDate(expiresOn)
                .optionalUuid(reverses)
                .optionalUuid(cause)
                .bigint(fingerprint)
                .optionalUuid(debitPrevious)
                .optionalUuid(creditPrevious)
                .optionalBigint(debitBalance)
                .optionalBigint(creditBalance)
                .optionalUuid(postedBy)
                .optionalText(note)
                .toBytes();
    }
}
