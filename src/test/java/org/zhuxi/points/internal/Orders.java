package org.zhuxi.points.internal;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.HouseholdRef;
import org.zhuxi.kernel.Ids;
import org.zhuxi.points.PostingKind;

/** Orders as tests need them. */
final class Orders {

    static final LocalDate TODAY = LocalDate.of(2026, 3, 15);
    static final LocalDate NEXT_YEAR = LocalDate.of(2027, 3, 31);

    private Orders() {}

    static Order.Award earn(HouseholdRef household, long points) {
        return earn(Ids.next(), household, points, null);
    }

    static Order.Award earn(UUID key, HouseholdRef household, long points, @Nullable Long cap) {
        return earn(key, household, points, cap, TODAY);
    }

    static Order.Award earn(UUID key, HouseholdRef household, long points, @Nullable Long cap, LocalDate day) {
        var rule = new Order.RuleUse(1, 1, cap);
        return award(key, household, points, new Order.Terms(day, NEXT_YEAR, rule, false));
    }

    static Order.Award earnUntil(HouseholdRef household, long points, LocalDate expiresOn) {
        return award(Ids.next(), household, points, new Order.Terms(TODAY, expiresOn, null, false));
    }

    private static Order.Award award(UUID key, HouseholdRef household, long points, Order.Terms terms) {
        return new Order.Award(key, household, PostingKind.REWARD, points, terms, Order.Cause.NONE);
    }

    static Order.Spend spend(HouseholdRef household, long points) {
        return spend(Ids.next(), household, points);
    }

    static Order.Spend spend(UUID key, HouseholdRef household, long points) {
        return new Order.Spend(key, household, PostingKind.REDEMPTION, points, Order.Cause.NONE);
    }

    static Order.Reverse reverse(HouseholdRef household, UUID target) {
        return new Order.Reverse(Ids.next(), household, target, Order.Cause.NONE);
    }
}
