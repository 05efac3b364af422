package org.zhuxi.points.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.HouseholdRef;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Slice;
import org.zhuxi.points.ExpiringPoints;

/** Finds what lapses soon, from the lots in the account rows. */
@Component
public class ExpiringReader {

    private final JdbcClient database;
    private final Communities communities;
    private final Clock clock;

    ExpiringReader(JdbcClient database, Communities communities, Clock clock) {
        this.database = database;
        this.communities = communities;
        this.clock = clock;
    }

    private record Found(HouseholdRef household, long points, LocalDate firstDay) {}

    public Slice<ExpiringPoints> list(
            CommunityId community, PlacePath place, int days, long moreThan, int limit, @Nullable UUID after) {
        var today = LocalDate.now(clock.withZone(communities.zoneOf(community)));
        // the first lot is the soonest, so most rows are left out before their lots are unpacked
        var found = database.sql("""
                        select a.id, lapsing.points, lapsing.first_day
                        from points.account a
                        cross join lateral (
                            select sum(a.lots[i + 1]) as points, min(a.lots[i]) as first_day
                            from generate_series(1, cardinality(a.lots), 2) i
                            where a.lots[i] >= :today and a.lots[i] < :until
                        ) lapsing
                        where a.community_id = :community
                          and a.lots[1] < :until
                          and lapsing.points > :moreThan
                          and (cast(:after as uuid) is null or a.id > cast(:after as uuid))
                        order by a.id
                        limit :limit
                        """)
                .param("today", today.toEpochDay())
                .param("until", today.plusDays(days).toEpochDay())
                .param("community", community.value())
                .param("moreThan", moreThan)
                .param("after", after)
                .param("limit", limit + 1)
                .query((row, number) -> new Found(
                        new HouseholdRef(community, row.getObject("id", UUID.class)),
                        row.getLong("points"),
                        LocalDate.ofEpochDay(row.getLong("first_day"))))
                .list();
        var page = Slice.of(found, limit, one -> one.household().id().toString());
        return new Slice<>(named(page.items(), place), page.next());
    }

    private List<ExpiringPoints> named(List<Found> found, PlacePath place) {
        var households =
                communities.findHouseholds(found.stream().map(Found::household).toList());
        return found.stream()
                .flatMap(one -> java.util.Optional.ofNullable(
                        households.get(one.household().id()))
                        .filter(household -> place.contains(household.path()))
                        .map(household ->
                                new ExpiringPoints(one.household(), household.label(), one.points(), one.firstDay()))
                        .stream())
                .toList();
    }
}
