package org.zhuxi.points.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.HouseholdRef;
import org.zhuxi.points.HouseholdAccount;

/** Reads accounts without locking them. Points past their day are not shown, whether they were taken off yet or not. */
@Component
public class AccountReader {

    private final JdbcClient database;
    private final Communities communities;
    private final Clock clock;

    AccountReader(JdbcClient database, Communities communities, Clock clock) {
        this.database = database;
        this.communities = communities;
        this.clock = clock;
    }

    public HouseholdAccount get(HouseholdRef household) {
        return read(household.community(), List.of(household.id())).stream()
                .findFirst()
                .orElse(new HouseholdAccount(household, 0, 0, 0, 0, null, 0));
    }

    public Map<HouseholdRef, Long> balances(Collection<HouseholdRef> households) {
        var balances = new HashMap<HouseholdRef, Long>();
        households.forEach(household -> balances.put(household, 0L));
        households.stream()
                .collect(Collectors.groupingBy(
                        HouseholdRef::community, Collectors.mapping(HouseholdRef::id, Collectors.toList())))
                .forEach((community, ids) ->
                        read(community, ids).forEach(account -> balances.put(account.household(), account.balance())));
        return balances;
    }

    private List<HouseholdAccount> read(CommunityId community, List<UUID> ids) {
        var today = LocalDate.now(clock.withZone(communities.zoneOf(community))).toEpochDay();
        return database.sql("""
                        select id, credits, debits, advanced - repaid as owed, lots
                        from points.account
                        where community_id = :community and id = any(:ids)
                        """)
                .param("community", community.value())
                .param("ids", ids.toArray(UUID[]::new))
                .query((row, number) -> account(community, row, today))
                .list();
    }

    private static HouseholdAccount account(CommunityId community, ResultSet row, long today) throws SQLException {
        var pairs = Arrays.stream((Long[]) row.getArray("lots").getArray())
                .mapToLong(Long::longValue)
                .toArray();
        var valid = new Lots(pairs).validOn(today);
        var next = Optional.of(valid).filter(lots -> !lots.isEmpty());
        return new HouseholdAccount(
                new HouseholdRef(community, row.getObject("id", UUID.class)),
                valid.total(),
                row.getLong("credits"),
                row.getLong("debits"),
                row.getLong("owed"),
                next.map(lots -> LocalDate.ofEpochDay(lots.soonestDay())).orElse(null),
                next.map(Lots::soonestPoints).orElse(0L));
    }
}
