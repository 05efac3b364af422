package org.zhuxi.points.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.HouseholdRef;

/** One community's part of a batch, from its orders to what is to be written. */
final class Draft {

    /** The order in which PostgreSQL sorts uuid values, which is not that of {@link UUID#compareTo}. */
    static final Comparator<UUID> AS_DATABASE_SORTS = (one, other) -> {
        var high = Long.compareUnsigned(one.getMostSignificantBits(), other.getMostSignificantBits());
        return high != 0 ? high : Long.compareUnsigned(one.getLeastSignificantBits(), other.getLeastSignificantBits());
    };

    private final CommunityId community;
    private final LocalDate today;
    private final List<Order> orders = new ArrayList<>();
    private final Map<UUID, Account> accounts = new HashMap<>();
    private final Memory memory = new Memory();
    private UUID @Nullable [] households;
    private @Nullable Book book;

    Draft(CommunityId community, LocalDate today) {
        this.community = community;
        this.today = today;
    }

    CommunityId community() {
        return community;
    }

    LocalDate today() {
        return today;
    }

    List<Order> orders() {
        return orders;
    }

    Memory memory() {
        return memory;
    }

    void add(Order order) {
        orders.add(order);
    }

    void add(Account account) {
        accounts.put(account.household().id(), account);
    }

    /** Each household once, in the order in which rows are locked; all orders must be there. */
    UUID[] households() {
        if (households == null) {
            var ids = new HashSet<UUID>();
            orders.forEach(order -> ids.add(order.household().id()));
            households = ids.toArray(UUID[]::new);
            Arrays.sort(households, AS_DATABASE_SORTS);
        }
        return households;
    }

    /** Begins to decide; households without an account get an empty one. */
    void open(Instant now) {
        for (var id : households()) {
            accounts.computeIfAbsent(id, missing -> Account.fresh(new HouseholdRef(community, missing)));
        }
        book = new Book(now, today, accounts, memory);
    }

    Book book() {
        return Objects.requireNonNull(book);
    }

    /** In the order of their rows. */
    List<Account> changedAccounts() {
        var changed = new ArrayList<Account>();
        for (var id : households()) {
            var account = Objects.requireNonNull(accounts.get(id));
            if (account.isChanged()) {
                changed.add(account);
            }
        }
        return changed;
    }
}
