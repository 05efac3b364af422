package org.zhuxi.activity.internal;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhuxi.activity.ActivityTotals;
import org.zhuxi.kernel.CommunityId;

/** Adds up the records once more. */
@Repository
public class Recount {

    private final JdbcClient jdbc;

    Recount(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<ActivityTotals.Difference> of(CommunityId community) {
        return jdbc.sql("""
                        with counted as (
                            select local_date, kind, amount.key as quantity, state, count(*) as records,
                                sum(cast(amount.value as numeric)) as total
                            from activity.activity
                            cross join jsonb_each_text(quantities) as amount
                            where community_id = :community
                            and state in ('RECORDED', 'VERIFIED')
                            group by local_date, kind, amount.key, state
                        ), kept as (
                            select local_date, kind, quantity, state, sum(records) as records, sum(total) as total
                            from activity.daily_total
                            where community_id = :community
                            group by local_date, kind, quantity, state
                        )
                        select local_date as day, kind, quantity, state,
                            coalesce(kept.total, 0) as kept, coalesce(counted.total, 0) as counted,
                            coalesce(kept.records, 0) as records_kept, coalesce(counted.records, 0) as records_counted
                        from counted
                        full join kept using (local_date, kind, quantity, state)
                        where coalesce(kept.total, 0) <> coalesce(counted.total, 0)
                        or coalesce(kept.records, 0) <> coalesce(counted.records, 0)
                        order by local_date, kind, quantity, state""")
                .param("community", community.value())
                .query(ActivityTotals.Difference.class)
                .list();
    }
}
