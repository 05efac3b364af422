package org.zhuxi.points.internal;

import static java.util.stream.Collectors.joining;

import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.HouseholdRef;
import org.zhuxi.platform.database.BinaryArrays;
import org.zhuxi.points.PostingKind;
import org.zhuxi.points.Verdict;

/**
 * Reads what a batch needs. Row locks are asked for one community a statement, because a cluster locks within one
 * distribution value only; several such statements travel together.
 */
@Component
class LedgerReader {

    private static final int STATEMENTS_TOGETHER = 16;

    private static final String LOCK = """
            select community_id, id, version, credits, debits, advanced, repaid, last_posting,
                   array_send(lots), array_send(cap_usage), ctid
            from points.account
            where community_id = ? and id = any(?)
            order by id
            for no key update""";

    private static final String POSTINGS = """
            select community_id, id, debit, credit, points, kind, rule_number, rule_version, business_day, posted_at,
                   expires_on, reverses, cause, fingerprint, debit_previous, credit_previous, debit_balance,
                   credit_balance, posted_by, note
            from points.posting
            where community_id = ? and id = any(?)""";

    private static final String REVERSED = """
            select reverses
            from points.posting
            where community_id = ? and reverses = any(?)""";

    private static final String REJECTIONS = """
            select id, household, fingerprint, outcome
            from points.rejection
            where community_id = ? and id = any(?)""";

    // the days are found by the BRIN index, because postings arrive almost in the order of their days
    private static final String USED_BY_DAY = """
            select case kind when 1 then credit else debit end as household, rule_number, business_day,
                   sum(case kind when 1 then points else -points end) as used
            from points.posting
            where community_id = ?
              and business_day = any(?)
              and kind in (1, 3)
              and rule_number is not null
              and case kind when 1 then credit else debit end = any(?)
            group by 1, 2, 3""";

    private final JdbcOperations database;

    LedgerReader(JdbcOperations database) {
        this.database = database;
    }

    /**
     * Locks the accounts and then, in the same round trip, reads what the keys stand for already. Each statement sees what
     * was committed before it began, so the keys are looked up behind the locks.
     */
    void read(Collection<Draft> drafts) {
        var questions = drafts.stream().flatMap(LedgerReader::questions).toList();
        for (var from = 0; from < questions.size(); from += STATEMENTS_TOGETHER) {
            var chunk = questions.subList(from, Math.min(from + STATEMENTS_TOGETHER, questions.size()));
            database.execute((ConnectionCallback<Boolean>) connection -> {
                ask(connection, chunk);
                return true;
            });
        }
        drafts.forEach(this::rememberLateDays);
    }

    private static Stream<Question> questions(Draft draft) {
        return Stream.of(
                        new Question(draft, LOCK, draft.households(), LedgerReader::addAccount),
                        new Question(draft, POSTINGS, keysAndTargets(draft), LedgerReader::addPosting),
                        new Question(draft, REVERSED, targets(draft), LedgerReader::addReversed),
                        new Question(draft, REJECTIONS, spendKeys(draft), LedgerReader::addRejection))
                .filter(question -> question.ids().length > 0);
    }

    private void rememberLateDays(Draft draft) {
        var late = draft.orders().stream()
                .filter(Order.Award.class::isInstance)
                .map(Order.Award.class::cast)
                .filter(award -> isLate(award, draft))
                .toList();
        if (late.isEmpty()) {
            return;
        }
        var days = late.stream()
                .map(award -> Date.valueOf(award.terms().businessDay()))
                .distinct()
                .toArray();
        var households =
                late.stream().map(award -> award.household().id()).distinct().toArray();
        database.query(
                USED_BY_DAY,
                statement -> {
                    statement.setInt(1, draft.community().value());
                    statement.setArray(2, statement.getConnection().createArrayOf("date", days));
                    statement.setArray(3, statement.getConnection().createArrayOf("uuid", households));
                },
                row -> {
                    var day = new Memory.LateDay(
                            uuid(row, 1), row.getInt(2), Objects.requireNonNull(row.getObject(3, LocalDate.class)));
                    draft.memory().setLateUsage(day, Math.max(0, row.getLong(4)));
                });
    }

    private static boolean isLate(Order.Award award, Draft draft) {
        return award.terms().rule() != null
                && !CapUsage.covers(
                        award.terms().businessDay().toEpochDay(), draft.today().toEpochDay());
    }

    private static UUID[] keysAndTargets(Draft draft) {
        return draft.orders().stream()
                .filter(Order::mayBeRepeated)
                .flatMap(order -> order instanceof Order.Reverse reverse
                        ? Stream.of(order.key(), reverse.target())
                        : Stream.of(order.key()))
                .toArray(UUID[]::new);
    }

    private static UUID[] targets(Draft draft) {
        return draft.orders().stream()
                .filter(Order.Reverse.class::isInstance)
                .map(order -> ((Order.Reverse) order).target())
                .toArray(UUID[]::new);
    }

    private static UUID[] spendKeys(Draft draft) {
        return draft.orders().stream()
                .filter(Order::mayBeRepeated)
                .map(Order::key)
                .toArray(UUID[]::new);
    }

    private static void ask(Connection connection, List<Question> questions) throws SQLException {
        var text = questions.stream().map(Question::sql).collect(joining(";\n"));
        try (var statement = connection.prepareStatement(text)) {
            var at = 1;
            for (var question : questions) {
                statement.setInt(at++, question.draft().community().value());
                statement.setArray(at++, BinaryArrays.uuids(connection, question.ids()));
            }
            statement.execute();
            for (var question : questions) {
                readAll(statement, question);
                statement.getMoreResults();
            }
        }
    }

    private static void readAll(PreparedStatement statement, Question question) throws SQLException {
        try (var rows = Objects.requireNonNull(statement.getResultSet())) {
            while (rows.next()) {
                question.row().read(question.draft(), rows);
            }
        }
    }

    private static void addAccount(Draft draft, ResultSet row) throws SQLException {
        draft.add(account(row));
    }

    private static void addPosting(Draft draft, ResultSet row) throws SQLException {
        draft.memory().add(posting(row));
    }

    private static void addReversed(Draft draft, ResultSet row) throws SQLException {
        draft.memory().addReversed(uuid(row, 1));
    }

    private static void addRejection(Draft draft, ResultSet row) throws SQLException {
        draft.memory()
                .add(new Memory.Rejection(
                        uuid(row, 1), uuid(row, 2), row.getLong(3), Verdict.Outcome.valueOf(row.getString(4))));
    }

    private static Account account(ResultSet row) throws SQLException {
        return new Account(
                new HouseholdRef(new CommunityId(row.getInt(1)), uuid(row, 2)),
                row.getLong(3),
                row.getString(11),
                new Account.State(
                        row.getLong(4),
                        row.getLong(5),
                        row.getLong(6),
                        row.getLong(7),
                        row.getObject(8, UUID.class),
                        new Lots(BinaryArrays.longs(row.getBytes(9))),
                        new CapUsage(BinaryArrays.longs(row.getBytes(10)))));
    }

    static Posting posting(ResultSet row) throws SQLException {
        var isCredit = row.getObject("credit_balance") != null;
        var kind = PostingKind.of(row.getInt("kind"));
        var household = Objects.requireNonNull(row.getObject(isCredit ? "credit" : "debit", UUID.class));
        var ruleNumber = row.getObject("rule_number", Integer.class);
        return new Posting(
                uuid(row, 2),
                new HouseholdRef(new CommunityId(row.getInt(1)), household),
                isCredit,
                kind == PostingKind.REVERSAL ? Counter.ISSUING : Counter.of(kind),
                kind,
                row.getLong("points"),
                new Posting.Details(
                        row.getObject("business_day", LocalDate.class),
                        row.getObject("expires_on", LocalDate.class),
                        ruleNumber == null ? null : new Order.RuleUse(ruleNumber, row.getInt("rule_version"), null),
                        new Order.Cause(
                                row.getObject("cause", UUID.class),
                                row.getObject("posted_by", UUID.class),
                                row.getString("note"))),
                row.getObject("reverses", UUID.class),
                row.getLong("fingerprint"),
                row.getObject("posted_at", OffsetDateTime.class).toInstant(),
                row.getObject(isCredit ? "credit_previous" : "debit_previous", UUID.class),
                row.getLong(isCredit ? "credit_balance" : "debit_balance"));
    }

    private static UUID uuid(ResultSet row, int column) throws SQLException {
        return Objects.requireNonNull(row.getObject(column, UUID.class));
    }

    private record Question(Draft draft, String sql, UUID[] ids, Row row) {}

    private interface Row {
        void read(Draft draft, ResultSet row) throws SQLException;
    }
}
