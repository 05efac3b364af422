package org.zhuxi.points.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.HouseholdRef;
import org.zhuxi.kernel.Ids;

/**
 * Takes points off that have run out of time from accounts nobody has touched since. Several programs may
 * do it at once: under the row's lock there is nothing left to take for the second.
 */
@Component
class ExpirySweep {

    private static final int PAGE = 1_000;
    private static final HouseholdRef BEFORE_ALL = new HouseholdRef(new CommunityId(1), new UUID(0, 0));

    private final JdbcClient database;
    private final PostingDesk desk;
    private final Clock clock;

    ExpirySweep(JdbcClient database, PostingDesk desk, Clock clock) {
        this.database = database;
        this.desk = desk;
        this.clock = clock;
    }

    /** Answers how many points it took off. */
    long sweep() {
        var points = 0L;
        var page = due(BEFORE_ALL);
        while (!page.isEmpty()) {
            points += expire(page);
            page = due(page.getLast());
        }
        return points;
    }

    private long expire(List<HouseholdRef> page) {
        var verdicts = page.stream()
                .map(household -> desk.submit(new Order.Expire(Ids.next(), household)))
                .toList();
        return verdicts.stream()
                .map(CompletableFuture::join)
                .mapToLong(verdict -> verdict.points())
                .sum();
    }

    /** The ledger itself looks at each community's own day; here it only must not be too early anywhere. */
    private List<HouseholdRef> due(HouseholdRef after) {
        var latestToday = LocalDate.now(clock.withZone(ZoneOffset.ofHours(14)));
        return database.sql("""
                        select community_id, id
                        from points.account
                        where (community_id, id) > (:community, :id) and lots[1] < :today
                        order by community_id, id
                        limit :page
                        """)
                .param("community", after.community().value())
                .param("id", after.id())
                .param("today", latestToday.toEpochDay())
                .param("page", PAGE)
                .query((row, number) ->
                        new HouseholdRef(new CommunityId(row.getInt("community_id")), row.getObject("id", UUID.class)))
                .list();
    }
}
