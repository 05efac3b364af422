package org.zhuxi.activity.internal;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zhuxi.activity.Activity;
import org.zhuxi.activity.Amount;
import org.zhuxi.activity.Kind;
import org.zhuxi.activity.Waiting;

/** What is usual, by household or community, kind and quantity. */
record UsualAmounts(Map<Of, Waiting.Usual> amounts) {

    /** Fewer records than these say nothing about what is usual. */
    static final int FEWEST_RECORDS = 5;

    /** @param whose a household's or a community's id */
    record Of(String whose, String kind, String quantity) {}

    List<Waiting.Hint> hints(Kind kind, Activity activity) {
        return Amount.of(kind, activity).stream()
                .map(amount -> new Waiting.Hint(
                        amount,
                        find(activity.household(), kind, amount),
                        find(activity.community().value(), kind, amount)))
                .toList();
    }

    private Waiting.@Nullable Usual find(@Nullable Object whose, Kind kind, Amount amount) {
        return whose == null ? null : amounts.get(new Of(whose.toString(), kind.code(), amount.code()));
    }
}
