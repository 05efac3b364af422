package org.zhuxi.points.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.HouseholdRef;
import org.zhuxi.kernel.Ids;
import org.zhuxi.points.PostingKind;
import org.zhuxi.points.Verdict;

/**
 * Sets points of a household aside and settles them, inside the transaction of its caller. It keeps from which lots they
 * were taken, so that they come back valid as long as before.
 */
@Component
class HoldLedger {

    private final JdbcClient database;
    private final LedgerBatch ledger;
    private final Communities communities;
    private final Clock clock;

    HoldLedger(JdbcClient database, LedgerBatch ledger, Communities communities, Clock clock) {
        this.database = database;
        this.ledger = ledger;
        this.communities = communities;
        this.clock = clock;
    }

    /** Answers POSTED, or OVERDRAFT when the household has fewer points; that answer stands for the key. */
    Verdict hold(UUID key, HouseholdRef household, long points, Order.Cause cause) {
        var before = lockLots(household);
        var verdict = ledger.post(List.of(new Order.Spend(key, household, PostingKind.HOLD, points, cause)))
                .getFirst();
        if (verdict.outcome() == Verdict.Outcome.POSTED) {
            keep(key, household, points, before.first(points));
        }
        return verdict;
    }

    /** The goods were handed over. */
    Verdict capture(UUID hold, HouseholdRef household, Order.Cause cause) {
        var key = Ids.derived(hold, "capture");
        return ledger.post(List.of(new Order.Reverse(key, household, hold, cause, Order.Way.CAPTURE, null)))
                .getFirst();
    }

    /**
     * The points come back in the lots they were taken from.
     *
     * @param isGraceDue whether lots whose day has passed meanwhile can be used a while longer; without it they expire
     */
    Verdict release(UUID hold, HouseholdRef household, boolean isGraceDue, Order.Cause cause) {
        var lots = lotsOf(hold, household);
        var back = isGraceDue ? withGrace(lots, household.community()) : lots;
        var key = Ids.derived(hold, "release");
        return ledger.post(List.of(new Order.Reverse(key, household, hold, cause, Order.Way.RELEASE, back)))
                .getFirst();
    }

    /** Goods came back after they had been handed over; the points are valid as before, and long enough to be used. */
    Verdict refund(UUID hold, HouseholdRef household, long points, Order.Cause cause) {
        var today = today(household.community());
        var grace = today.plusDays(Book.GRACE_DAYS).toEpochDay();
        var latest = Math.max(grace, lotsOf(hold, household).latestDay());
        var terms = new Order.Terms(today, LocalDate.ofEpochDay(latest), null, false);
        var key = Ids.derived(hold, "refund");
        return ledger.post(List.of(new Order.Award(key, household, PostingKind.REFUND, points, terms, cause)))
                .getFirst();
    }

    /** The lots of an account that are valid today; the row stays locked to the end of the transaction. */
    Lots lockLots(HouseholdRef household) {
        return lockLots(household.community(), List.of(household.id())).getOrDefault(household.id(), Lots.NONE);
    }

    /** The lots of accounts of one community that are valid today; the rows stay locked, taken in the order of all locks. */
    Map<UUID, Lots> lockLots(CommunityId community, Collection<UUID> households) {
        var today = today(community).toEpochDay();
        return database
                .sql("""
                        select id, lots
                        from points.account
                        where community_id = :community and id = any(:ids)
                        order by id
                        for no key update
                        """)
                .param("community", community.value())
                .param("ids", households.toArray(UUID[]::new))
                .query((row, number) ->
                        Map.entry(row.getObject("id", UUID.class), lots(row).validOn(today)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private void keep(UUID key, HouseholdRef household, long points, Lots lots) {
        database.sql("""
                        insert into points.hold (community_id, id, household, points, lots)
                        values (:community, :id, :household, :points, cast(:lots as bigint[]))
                        """)
                .param("community", household.community().value())
                .param("id", key)
                .param("household", household.id())
                .param("points", points)
                .param("lots", literal(lots))
                .update();
    }

    private Lots lotsOf(UUID hold, HouseholdRef household) {
        return database.sql("select lots from points.hold where community_id = :community and id = :id")
                .param("community", household.community().value())
                .param("id", hold)
                .query((row, number) -> lots(row))
                .single();
    }

    /** The lots prolonged so that whoever was wronged can use them a while longer. */
    Lots withGrace(Lots lots, CommunityId community) {
        var today = today(community);
        return lots.prolonged(
                today.toEpochDay(), today.plusDays(Book.GRACE_DAYS).toEpochDay());
    }

    LocalDate today(CommunityId community) {
        return LocalDate.now(clock.withZone(communities.zoneOf(community)));
    }

    /** The column {@code lots} of a row. */
    static Lots lots(ResultSet row) throws SQLException {
        var pairs = (Long[]) row.getArray("lots").getArray();
        return new Lots(Arrays.stream(pairs).mapToLong(Long::longValue).toArray());
    }

    /** The text PostgreSQL reads as an array. */
    static String literal(Lots lots) {
        return Arrays.toString(lots.pairs()).replace('[', '{').replace(']', '}');
    }
}
