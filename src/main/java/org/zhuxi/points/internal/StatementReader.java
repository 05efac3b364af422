package org.zhuxi.points.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhuxi.kernel.HouseholdRef;
import org.zhuxi.kernel.Slice;
import org.zhuxi.points.PostingKind;
import org.zhuxi.points.StatementFilter;
import org.zhuxi.points.StatementLine;

/**
 * Walks an account's postings from the latest back, each naming the one before it. So a statement needs no index of its
 * own, and shows that nothing was left out.
 */
@Component
public class StatementReader {

    // the walk makes one row a step and stops as soon as enough rows passed the filter
    private static final String WALK = """
            with recursive start as (
                select case when cast(:after as uuid) is null
                            then (select last_posting from points.account where community_id = :community and id = :account)
                            else (select case when credit = :account then credit_previous
                                              when debit = :account then debit_previous end
                                  from points.posting where community_id = :community and id = cast(:after as uuid))
                       end as id
            ), walk as (
                select 1 as step, p.*
                from start s
                join points.posting p on p.community_id = :community and p.id = s.id
                union all
                select w.step + 1, p.*
                from walk w
                join points.posting p
                  on p.community_id = :community
                 and p.id = case when w.credit = :account then w.credit_previous else w.debit_previous end
            )
            select id, kind, case when credit = :account then points else -points end as points,
                   case when credit = :account then credit_balance else debit_balance end as balance,
                   business_day, posted_at, expires_on, cause, rule_number, rule_version, reverses, note
            from walk
            where (cast(:kind as smallint) is null or kind = :kind)
              and (cast(:from as date) is null or business_day >= :from)
              and (cast(:to as date) is null or business_day <= :to)
            limit :rows
            """;

    private final JdbcClient database;
    private final RuleBook rules;
    private final GiftStore gifts;

    StatementReader(JdbcClient database, RuleBook rules, GiftStore gifts) {
        this.database = database;
        this.rules = rules;
        this.gifts = gifts;
    }

    /** @param after id of the last line seen, or null */
    public Slice<StatementLine> read(HouseholdRef household, StatementFilter filter, int limit, @Nullable UUID after) {
        var kind = filter.kind();
        var lines = database.sql(WALK)
                .param("community", household.community().value())
                .param("account", household.id())
                .param("after", after)
                .param("kind", kind == null ? null : kind.number())
                .param("from", filter.from())
                .param("to", filter.to())
                .param("rows", limit + 1)
                .query(this::line)
                .list();
        return Slice.of(withWords(household, lines), limit, line -> line.id().toString());
    }

    /** What the giver wrote is kept with the gift, not in the ledger. */
    private List<StatementLine> withWords(HouseholdRef household, List<StatementLine> lines) {
        var days = lines.stream()
                .filter(line -> line.kind() == PostingKind.GIFT)
                .map(StatementLine::day)
                .toList();
        if (days.isEmpty()) {
            return lines;
        }
        // between time zones the giver's day may be the one before or after
        var words = gifts.words(
                household,
                Collections.min(days).minusDays(1),
                Collections.max(days).plusDays(1));
        return lines.stream()
                .map(line -> line.kind() == PostingKind.GIFT ? line.withNote(words.get(line.id())) : line)
                .toList();
    }

    private StatementLine line(ResultSet row, int number) throws SQLException {
        var rule = row.getObject("rule_number", Integer.class);
        var version = row.getObject("rule_version", Integer.class);
        return new StatementLine(
                row.getObject("id", UUID.class),
                PostingKind.of(row.getInt("kind")),
                row.getLong("points"),
                row.getLong("balance"),
                row.getObject("business_day", LocalDate.class),
                row.getObject("posted_at", OffsetDateTime.class).toInstant(),
                row.getObject("expires_on", LocalDate.class),
                row.getObject("cause", UUID.class),
                rule == null || version == null
                        ? null
                        : rules.find(rule, version).map(found -> found.name()).orElse(null),
                version,
                row.getObject("reverses", UUID.class),
                row.getString("note"));
    }
}
