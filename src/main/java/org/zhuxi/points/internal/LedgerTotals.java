package org.zhuxi.points.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhuxi.place.Community;
import org.zhuxi.points.MonthTotal;
import org.zhuxi.points.TrialBalance;

/** Adds up the ledger. All sums of a trial balance come from one statement, so from one moment. */
@Component
public class LedgerTotals {

    private static final int SAMPLE = 200;

    private static final String SUMS = """
            select h.accounts, h.outstanding, h.owed,
                   coalesce(t.issued, 0) as issued, coalesce(t.reversed, 0) as reversed,
                   coalesce(t.redeemed, 0) as redeemed, coalesce(t.expired, 0) as expired,
                   coalesce(t.adjusted, 0) as adjusted, coalesce(t.held, 0) as held,
                   coalesce(t.withheld, 0) as withheld,
                   h.outstanding - h.owed + coalesce(t.others, 0) as sum
            from (
                select count(*) as accounts,
                       coalesce(sum(credits - debits), 0) as outstanding,
                       coalesce(sum(advanced - repaid), 0) as owed
                from points.account
            ) h
            cross join (
                select sum(debits) filter (where purpose = 1) as issued,
                       sum(credits) filter (where purpose = 1) as reversed,
                       sum(credits - debits) filter (where purpose = 2) as redeemed,
                       sum(credits - debits) filter (where purpose = 3) as expired,
                       sum(debits - credits) filter (where purpose = 4) as adjusted,
                       sum(credits - debits) filter (where purpose = 6) as held,
                       sum(credits - debits) filter (where purpose = 7) as withheld,
                       sum(credits - debits) as others
                from points.issuing_day
            ) t
            """;

    // each account taken is walked back to its first posting
    private static final String ACCOUNTS = """
            with recursive taken as (
                select community_id, id, credits, debits, last_posting
                from points.account
                %s
            ), walk as (
                select t.id as account, p.*
                from taken t
                join points.posting p on p.community_id = t.community_id and p.id = t.last_posting
                union all
                select w.account, p.*
                from walk w
                join points.posting p
                  on p.community_id = w.community_id
                 and p.id = case when w.credit = w.account then w.credit_previous else w.debit_previous end
            ), sums as (
                select community_id, account,
                       sum(case when credit = account then points else 0 end) as credits,
                       sum(case when debit = account then points else 0 end) as debits
                from walk
                group by community_id, account
            )
            select count(*) as examined,
                   count(*) filter (
                       where (t.credits, t.debits)
                             is distinct from (coalesce(s.credits, 0), coalesce(s.debits, 0))) as wrong
            from taken t
            left join sums s on s.community_id = t.community_id and s.account = t.id
            """;

    // postings of a day are what the day totals hold, whatever the account: both sides are counted
    private static final String DAYS = """
            with kept as (
                select community_id, day, sum(credits) as credits, sum(debits) as debits
                from points.issuing_day
                where day >= :since
                group by community_id, day
            ), made as (
                select community_id, business_day as day,
                       sum(points) filter (where credit_balance is null) as credits,
                       sum(points) filter (where debit_balance is null) as debits
                from points.posting
                where business_day >= :since and kind not in (7, 8)
                group by community_id, business_day
            )
            select count(*) as examined,
                   count(*) filter (
                       where (coalesce(k.credits, 0), coalesce(k.debits, 0))
                             is distinct from (coalesce(m.credits, 0), coalesce(m.debits, 0))) as wrong
            from kept k
            full join made m on m.community_id = k.community_id and m.day = k.day
            """;

    private final JdbcClient database;

    LedgerTotals(JdbcClient database) {
        this.database = database;
    }

    /** @param full whether every posting is read, which is heavy ({@link WholeLedger}), or those of a sample */
    public TrialBalance trialBalance(boolean full) {
        var checks = List.of(
                check("I2", ACCOUNTS.formatted(full ? "" : "order by version desc limit " + SAMPLE), LocalDate.EPOCH),
                check("I3", DAYS, full ? LocalDate.EPOCH : latestDay().minusDays(1)));
        return database.sql(SUMS)
                .query((row, number) -> trialBalance(row, checks))
                .single();
    }

    private static TrialBalance trialBalance(ResultSet row, List<TrialBalance.Check> checks) throws SQLException {
        return new TrialBalance(
                row.getLong("sum"),
                row.getLong("accounts"),
                row.getLong("outstanding"),
                row.getLong("owed"),
                row.getLong("issued"),
                row.getLong("reversed"),
                row.getLong("redeemed"),
                row.getLong("expired"),
                row.getLong("adjusted"),
                row.getLong("held"),
                row.getLong("withheld"),
                checks);
    }

    private TrialBalance.Check check(String code, String sql, LocalDate since) {
        return database.sql(sql)
                .param("since", since)
                .query((row, number) -> new TrialBalance.Check(code, row.getLong("examined"), row.getLong("wrong")))
                .single();
    }

    private LocalDate latestDay() {
        return database.sql("select coalesce(max(day), date '1970-01-02') from points.issuing_day")
                .query(LocalDate.class)
                .single();
    }

    /** What was moved in these communities, month by month, latest first. */
    public List<MonthTotal> months(List<Community> communities, int most) {
        return database.sql("""
                        select date_trunc('month', day)::date as month,
                               coalesce(sum(debits) filter (where purpose = 1), 0) as issued,
                               coalesce(sum(credits) filter (where purpose = 1), 0) as reversed,
                               coalesce(sum(credits - debits) filter (where purpose = 2), 0) as redeemed,
                               coalesce(sum(credits - debits) filter (where purpose = 3), 0) as expired,
                               coalesce(sum(debits - credits) filter (where purpose = 4), 0) as adjusted
                        from points.issuing_day
                        where community_id = any(:communities)
                        group by 1
                        order by 1 desc
                        limit :most
                        """)
                .param("communities", ids(communities))
                .param("most", most)
                .query((row, number) -> new MonthTotal(
                        YearMonth.from(row.getObject("month", LocalDate.class)),
                        row.getLong("issued"),
                        row.getLong("reversed"),
                        row.getLong("redeemed"),
                        row.getLong("expired"),
                        row.getLong("adjusted")))
                .list();
    }

    static Integer[] ids(List<Community> communities) {
        return communities.stream().map(community -> community.id().value()).toArray(Integer[]::new);
    }
}
