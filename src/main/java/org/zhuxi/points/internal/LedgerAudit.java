package org.zhuxi.points.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.points.Finding;

/** Recomputes a community's whole ledger from its postings and says what does not agree. Each check is one query. */
@Component
public class LedgerAudit {

    private static final String ZERO_SUM = """
            select 'community' as subject, sum(points)::text as detail
            from (
                select coalesce(sum(credits - debits + repaid - advanced), 0) as points
                from points.account
                where community_id = :community
                union all
                select coalesce(sum(credits - debits), 0)
                from points.issuing_day
                where community_id = :community
            ) sides
            having sum(points) <> 0
            """;

    private static final String BALANCE_IS_POSTINGS = """
            with sums as (
                select account,
                       sum(credit) as credits,
                       sum(debit) as debits,
                       sum(case when kind = 7 then credit else 0 end) as advanced,
                       sum(case when kind = 8 then debit else 0 end) as repaid
                from (
                    select credit as account, points as credit, 0 as debit, kind
                    from points.posting
                    where community_id = :community and credit_balance is not null
                    union all
                    select debit, 0, points, kind
                    from points.posting
                    where community_id = :community and debit_balance is not null
                ) sides
                group by account
            )
            select coalesce(a.id, s.account)::text as subject,
                   concat_ws(' ', a.credits, s.credits, a.debits, s.debits, a.advanced, s.advanced, a.repaid, s.repaid)
                       as detail
            from (select * from points.account where community_id = :community) a
            full join sums s on s.account = a.id
            where (a.credits, a.debits, a.advanced, a.repaid)
                  is distinct from (coalesce(s.credits, 0), coalesce(s.debits, 0), coalesce(s.advanced, 0), coalesce(s.repaid, 0))
            """;

    private static final String TOTALS_ARE_POSTINGS = """
            with kept as (
                select purpose, day, sum(credits) as credits, sum(debits) as debits,
                       sum(credit_count) as credit_count, sum(debit_count) as debit_count
                from points.issuing_day
                where community_id = :community
                group by purpose, day
            ), sums as (
                select p.purpose, d.business_day as day,
                       coalesce(sum(d.points) filter (where d.credit = p.account), 0) as credits,
                       coalesce(sum(d.points) filter (where d.debit = p.account), 0) as debits,
                       count(*) filter (where d.credit = p.account) as credit_count,
                       count(*) filter (where d.debit = p.account) as debit_count
                from points.posting d
                join unnest(array[1, 2, 3, 4, 6, 7, 8], cast(:counters as uuid[])) as p (purpose, account)
                  on d.credit = p.account or d.debit = p.account
                where d.community_id = :community
                group by p.purpose, d.business_day
            )
            select concat_ws(' ', coalesce(k.purpose, s.purpose), coalesce(k.day, s.day)) as subject,
                   concat_ws(' ', k.credits, s.credits, k.debits, s.debits) as detail
            from kept k
            full join sums s on s.purpose = k.purpose and s.day = k.day
            where (k.credits, k.debits, k.credit_count, k.debit_count)
                  is distinct from (s.credits, s.debits, s.credit_count, s.debit_count)
            """;

    private static final String NO_OVERDRAFT = """
            select id::text as subject, concat_ws(' ', credits, debits) as detail
            from points.account
            where community_id = :community and debits > credits
            union all
            select id::text, concat_ws(' ', debit_balance, credit_balance)
            from points.posting
            where community_id = :community and least(debit_balance, credit_balance) < 0
            """;

    // the balance beside each posting must follow from the posting before it
    private static final String STATEMENT_IS_COMPLETE = """
            with recursive walk as (
                select a.id as account, 1 as step, p.*
                from points.account a
                join points.posting p on p.community_id = a.community_id and p.id = a.last_posting
                where a.community_id = :community
                union all
                select w.account, w.step + 1, p.*
                from walk w
                join points.posting p
                  on p.community_id = w.community_id
                 and p.id = case when w.credit = w.account then w.credit_previous else w.debit_previous end
            ), steps as (
                select account, id, step,
                       case when credit = account then credit_balance else debit_balance end as balance,
                       case when credit = account then points else -points end as change
                from walk
            ), walked as (
                select account, count(*) as visits, count(distinct id) as visited,
                       count(*) filter (where balance - change <> earlier) as wrong
                from (
                    select account, id, balance, change,
                           coalesce(lead(balance) over (partition by account order by step), 0) as earlier
                    from steps
                ) followed
                group by account
            ), made as (
                select account, count(*) as postings
                from (
                    select credit as account from points.posting
                    where community_id = :community and credit_balance is not null
                    union all
                    select debit from points.posting
                    where community_id = :community and debit_balance is not null
                ) sides
                group by account
            )
            select coalesce(w.account, m.account)::text as subject,
                   concat_ws(' ', w.visits, w.visited, m.postings, w.wrong) as detail
            from walked w
            full join made m on m.account = w.account
            where w.visits is distinct from m.postings or w.visited is distinct from m.postings or w.wrong > 0
            """;

    private static final String LOTS_ARE_BALANCE = """
            select a.id::text as subject, concat_ws(' ', a.credits - a.debits, a.lots) as detail
            from points.account a
            where a.community_id = :community
              and (a.credits - a.debits
                       <> coalesce((select sum(lot) from unnest(a.lots) with ordinality l (lot, at) where at % 2 = 0), 0)
                   or exists (select 1 from unnest(a.lots) with ordinality l (lot, at) where at % 2 = 0 and lot <= 0)
                   or exists (
                       select 1
                       from (select lot, lag(lot) over (order by at) as sooner
                             from unnest(a.lots) with ordinality l (lot, at)
                             where at % 2 = 1) days
                       where lot <= sooner))
            """;

    private static final String CAPS_HOLD = """
            select concat_ws(' ', account, n.rule_number, n.business_day) as subject,
                   concat_ws(' ', n.points, r.cap) as detail
            from (
                select case kind when 1 then credit else debit end as account, rule_number, business_day,
                       sum(case kind when 1 then points else -points end) as points
                from points.posting
                where community_id = :community and rule_number is not null and kind in (1, 3)
                group by 1, 2, 3
            ) n
            join (select number, max(daily_cap) as cap from points.reward_rule group by number) r
              on r.number = n.rule_number
            where n.points > r.cap
            """;

    private static final String REVERSALS_MIRROR = """
            select r.id::text as subject, concat_ws(' ', r.points, t.points) as detail
            from points.posting r
            left join points.posting t on t.community_id = r.community_id and t.id = r.reverses
            where r.community_id = :community
              and r.kind = 3
              and (t.points, t.debit, t.credit) is distinct from (r.points, r.credit, r.debit)
            """;

    private static final String HELD_IS_WAITING = """
            select 'held' as subject, concat_ws(' ', ledger.points, waiting.points) as detail
            from (
                select coalesce(sum(credits - debits), 0) as points
                from points.issuing_day
                where community_id = :community and purpose = 6
            ) ledger
            cross join (
                select coalesce(sum(h.points), 0) as points
                from points.hold h
                where h.community_id = :community
                  and not exists (
                      select 1
                      from points.posting p
                      where p.community_id = h.community_id and p.reverses = h.id)
            ) waiting
            where ledger.points <> waiting.points
            """;

    private static final String WITHHELD_IS_UNDECIDED = """
            select 'withheld' as subject, concat_ws(' ', ledger.points, items.points) as detail
            from (
                select coalesce(sum(credits - debits), 0) as points
                from points.issuing_day
                where community_id = :community and purpose = 7
            ) ledger
            cross join (
                select coalesce(sum(withheld), 0) as points
                from points.quarantine_item
                where community_id = :community and state = 'WITHHELD'
            ) items
            where ledger.points <> items.points
            """;

    private static final String STOCK_IS_MOVEMENTS = """
            select g.id::text as subject, concat_ws(' ', g.stock, m.pieces, g.reserved, r.pieces) as detail
            from points.goods g
            left join (
                select goods, sum(pieces) as pieces
                from points.stock_movement
                where community_id = :community
                group by goods
            ) m on m.goods = g.id
            left join (
                select goods, sum(pieces) as pieces
                from points.redemption
                where community_id = :community and state = 'HELD'
                group by goods
            ) r on r.goods = g.id
            where g.community_id = :community
              and (g.stock, g.reserved) is distinct from (coalesce(m.pieces, 0), coalesce(r.pieces, 0))
            """;

    // what the shops say and what the ledger says about each redemption
    private static final String HANDED_OVER_IS_CAPTURED = """
            select r.id::text as subject, concat_ws(' ', r.state, r.points, p.kind, p.points, m.pieces) as detail
            from points.redemption r
            left join points.posting p on p.community_id = r.community_id and p.reverses = r.id
            left join points.stock_movement m
              on m.community_id = r.community_id and m.redemption = r.id and m.kind = 'CAPTURED'
            where r.community_id = :community
              and (p.kind, coalesce(p.points, r.points), m.pieces) is distinct from (
                  case r.state when 'HELD' then null when 'VOIDED' then 3 else 10 end,
                  r.points,
                  case when r.captured_at is null then null else -r.pieces end)
            """;

    private final JdbcClient database;

    LedgerAudit(JdbcClient database) {
        this.database = database;
    }

    /** Every check on all of a community's rows. */
    public List<Finding> of(CommunityId community) {
        var findings = new ArrayList<Finding>();
        findings.addAll(check("I1", ZERO_SUM, community));
        findings.addAll(check("I2", BALANCE_IS_POSTINGS, community));
        findings.addAll(check("I3", TOTALS_ARE_POSTINGS, community));
        findings.addAll(check("I5", NO_OVERDRAFT, community));
        findings.addAll(check("I6", CAPS_HOLD, community));
        findings.addAll(check("I7", STATEMENT_IS_COMPLETE, community));
        findings.addAll(check("I9", REVERSALS_MIRROR, community));
        findings.addAll(check("I10", LOTS_ARE_BALANCE, community));
        findings.addAll(check("I11", HELD_IS_WAITING, community));
        findings.addAll(check("I12", STOCK_IS_MOVEMENTS, community));
        findings.addAll(check("I13", HANDED_OVER_IS_CAPTURED, community));
        findings.addAll(check("I14", WITHHELD_IS_UNDECIDED, community));
        return findings;
    }

    private List<Finding> check(String code, String sql, CommunityId community) {
        var statement = database.sql(sql).param("community", community.value());
        if (sql.contains(":counters")) {
            statement = statement.param("counters", counters(community));
        }
        return statement
                .query((row, number) -> new Finding(code, row.getString("subject"), row.getString("detail")))
                .list();
    }

    private static String counters(CommunityId community) {
        return Arrays.stream(Counter.values())
                .filter(Counter::isKeptByDay)
                .map(counter -> counter.idIn(community).toString())
                .collect(Collectors.joining(",", "{", "}"));
    }
}
