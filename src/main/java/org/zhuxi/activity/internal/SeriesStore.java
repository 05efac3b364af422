package org.zhuxi.activity.internal;

import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhuxi.activity.SeriesSum;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.HouseholdRef;
import org.zhuxi.kernel.Timeline;

/** Reads sums by day, week or month. */
@Repository
public class SeriesStore {

    private final JdbcClient jdbc;

    SeriesStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<SeriesSum> ofCommunities(
            Collection<CommunityId> communities, Collection<String> kinds, String quantity, Timeline timeline) {
        return asked("""
                        select kind, date_trunc(:step, local_date)::date as start,
                            coalesce(sum(total) filter (where state = 'VERIFIED'), 0) as verified,
                            coalesce(sum(records) filter (where state = 'VERIFIED'), 0)::bigint as records,
                            coalesce(sum(records) filter (where state = 'RECORDED'), 0)::bigint as waiting
                        from activity.daily_total
                        where community_id = any(:communities)
                        and local_date >= :from
                        and local_date < :to
                        and kind = any(:kinds)
                        and quantity = :quantity
                        group by 1, 2
                        having sum(records) > 0
                        order by 1, 2
                        """, kinds, quantity, timeline)
                .param(
                        "communities",
                        communities.stream().map(CommunityId::value).toArray(Integer[]::new))
                .query(SeriesSum.class)
                .list();
    }

    public List<SeriesSum> ofHousehold(
            HouseholdRef household, Collection<String> kinds, String quantity, Timeline timeline) {
        return asked("""
                        select kind, date_trunc(:step, local_date)::date as start,
                            coalesce(sum((quantities ->> :quantity)::numeric) filter (where state = 'VERIFIED'), 0) as verified,
                            count(*) filter (where state = 'VERIFIED') as records,
                            count(*) filter (where state = 'RECORDED') as waiting
                        from activity.activity
                        where community_id = :community
                        and household_id = :household
                        and local_date >= :from
                        and local_date < :to
                        and kind = any(:kinds)
                        and jsonb_exists(quantities, :quantity)
                        and state in ('RECORDED', 'VERIFIED')
                        group by 1, 2
                        order by 1, 2
                        """, kinds, quantity, timeline)
                .param("community", household.community().value())
                .param("household", household.id())
                .query(SeriesSum.class)
                .list();
    }

    private JdbcClient.StatementSpec asked(String sql, Collection<String> kinds, String quantity, Timeline timeline) {
        return jdbc.sql(sql)
                .param("kinds", kinds.toArray(String[]::new))
                .param("quantity", quantity)
                .param("step", timeline.step().code())
                .param("from", timeline.period().from())
                .param("to", timeline.period().to());
    }
}
