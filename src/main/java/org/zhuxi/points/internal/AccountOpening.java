package org.zhuxi.points.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhuxi.kernel.HouseholdRef;

/**
 * Opens the accounts a batch is the first to need, in a transaction of its own and before the batch locks anything. Rows
 * that appear while others are locked cannot be locked in order, and two batches would wait for each other.
 */
@Component
class AccountOpening {

    private static final int REMEMBERED = 200_000;

    private static final Comparator<HouseholdRef> ROW_ORDER =
            Comparator.comparing(HouseholdRef::community).thenComparing(HouseholdRef::id, Draft.AS_DATABASE_SORTS);

    private static final String EXISTING = """
            select id
            from points.account
            where community_id = ? and id = any(?)
            """;

    private static final String OPEN = """
            insert into points.account (
                community_id, id, credits, debits, advanced, repaid, version, lots, cap_usage)
            select community_id, id, 0, 0, 0, 0, 0, '{}', '{}'
            from unnest(?::integer[], ?::uuid[]) as new (community_id, id)
            on conflict (community_id, id) do nothing
            """;

    private final JdbcOperations database;
    private final TransactionTemplate apart;

    // an account that exists never ceases to; only that is remembered, never what is in it
    private final Cache<HouseholdRef, Boolean> existing =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    AccountOpening(JdbcOperations database, PlatformTransactionManager transactions) {
        this.database = database;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    void openMissing(Collection<Draft> drafts) {
        var missing = drafts.stream()
                .flatMap(draft -> unknownOf(draft).stream())
                .sorted(ROW_ORDER)
                .toList();
        if (!missing.isEmpty()) {
            apart.executeWithoutResult(status -> open(missing));
            missing.forEach(household -> existing.put(household, true));
        }
    }

    private List<HouseholdRef> unknownOf(Draft draft) {
        var asked = new ArrayList<HouseholdRef>();
        for (var id : draft.households()) {
            var household = new HouseholdRef(draft.community(), id);
            if (existing.getIfPresent(household) == null) {
                asked.add(household);
            }
        }
        if (asked.isEmpty()) {
            return asked;
        }
        var ids = asked.stream().map(HouseholdRef::id).toArray();
        database.query(
                EXISTING,
                statement -> {
                    statement.setInt(1, draft.community().value());
                    statement.setArray(2, statement.getConnection().createArrayOf("uuid", ids));
                },
                row -> {
                    existing.put(new HouseholdRef(draft.community(), row.getObject(1, UUID.class)), true);
                });
        return asked.stream()
                .filter(household -> existing.getIfPresent(household) == null)
                .toList();
    }

    private void open(List<HouseholdRef> missing) {
        database.update(OPEN, statement -> {
            var columns = new Columns(statement);
            columns.integers(missing, household -> household.community().value());
            columns.uuids(missing, HouseholdRef::id);
        });
    }
}
