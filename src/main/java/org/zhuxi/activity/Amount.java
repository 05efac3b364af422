package org.zhuxi.activity;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.zhuxi.kernel.Names;

/**
 * A quantity of a record, ready to be shown.
 *
 * @param unit as it stands after the number; empty for a count
 */
public record Amount(String code, Names name, BigDecimal value, String unit) {

    /** The quantities of a record in the order of its kind. */
    public static List<Amount> of(Kind kind, Activity activity) {
        return kind.quantities().stream()
                .filter(quantity -> activity.quantities().containsKey(quantity.code()))
                .map(quantity -> new Amount(
                        quantity.code(),
                        quantity.names(),
                        Objects.requireNonNull(activity.quantities().get(quantity.code())),
                        quantity.shownUnit()))
                .toList();
    }
}
