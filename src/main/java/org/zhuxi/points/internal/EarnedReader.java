package org.zhuxi.points.internal;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhuxi.kernel.HouseholdRef;
import org.zhuxi.kernel.Timeline;
import org.zhuxi.points.PostingKind;

/** What a household earned over time, by the same walk back along its postings as its statement ({@link StatementReader}). */
@Component
public class EarnedReader {

    // nothing counts for a day later than the one it was posted on, so the walk ends where posting began before the
    // timeline
    private static final String EARNED = """
            with recursive walk as (
                select p.*
                from points.account a
                join points.posting p on p.community_id = :community and p.id = a.last_posting
                where a.community_id = :community and a.id = :account
                union all
                select p.*
                from walk w
                join points.posting p
                  on p.community_id = :community
                 and p.id = case when w.credit = :account then w.credit_previous else w.debit_previous end
                where w.posted_at >= :since
            )
            select date_trunc(:step, w.business_day)::date as start,
                sum(case when w.credit = :account then w.points else -w.points end)::bigint as earned
            from walk w
            left join points.posting undone
              on w.kind = :reversal and undone.community_id = :community and undone.id = w.reverses
            where w.business_day >= :from and w.business_day < :to
              and coalesce(undone.kind, w.kind) = any(:kinds)
            group by 1
            """;

    private final JdbcClient database;
    private final Communities communities;

    EarnedReader(JdbcClient database, Communities communities) {
        this.database = database;
        this.communities = communities;
    }

    /** Rewards and bonuses less what was taken back of them, by the first days of the pieces in which anything was posted. */
    public Map<LocalDate, Long> read(HouseholdRef household, Timeline timeline) {
        var zone = communities.zoneOf(household.community());
        var earned = new HashMap<LocalDate, Long>();
        database.sql(EARNED)
                .param("community", household.community().value())
                .param("account", household.id())
                .param("since", midnight(timeline, zone))
                .param("step", timeline.step().code())
                .param("from", timeline.period().from())
                .param("to", timeline.period().to())
                .param("reversal", PostingKind.REVERSAL.number())
                .param("kinds", new Integer[] {PostingKind.REWARD.number(), PostingKind.BONUS.number()})
                .query((row, number) -> earned.put(row.getObject("start", LocalDate.class), row.getLong("earned")))
                .list();
        return earned;
    }

    private static java.time.OffsetDateTime midnight(Timeline timeline, ZoneId zone) {
        return timeline.period().from().atStartOfDay(zone).toOffsetDateTime();
    }
}
