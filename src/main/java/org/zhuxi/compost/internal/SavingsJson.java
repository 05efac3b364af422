package org.zhuxi.compost.internal;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhuxi.compost.CompostCost;
import org.zhuxi.compost.Savings;

/** What was saved, for programs; money in fen. */
record SavingsJson(
        int sites,
        int withoutPrices,
        BigDecimal wasteKg,
        long collectionFen,
        long treatmentFen,
        @Nullable BigDecimal nutrientKg,
        long nutrientFen,
        long sumFen,
        List<String> evidence) {

    static @Nullable SavingsJson of(@Nullable Savings it) {
        return it == null
                ? null
                : new SavingsJson(
                        it.sites(),
                        it.withoutPrices(),
                        it.wasteKg(),
                        it.collectionFen(),
                        it.treatmentFen(),
                        it.nutrientKg(),
                        it.nutrientFen(),
                        it.sumFen(),
                        it.costs().stream()
                                .map(CompostCost::evidence)
                                .distinct()
                                .toList());
    }
}
