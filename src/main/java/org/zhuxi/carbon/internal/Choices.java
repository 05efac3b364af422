package org.zhuxi.carbon.internal;

import java.math.BigDecimal;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.zhuxi.carbon.CarbonRefused;

/** Reads what came from outside as choices and numbers. */
final class Choices {

    private static final BigDecimal MOST = new BigDecimal("1000000000");

    private Choices() {}

    /** @throws CarbonRefused.NoChoice when it is none of them */
    static <T extends Enum<T>> T needed(Class<T> type, String field, @Nullable String typed) {
        var found = find(type, typed);
        if (found == null) {
            throw new CarbonRefused.NoChoice(field);
        }
        return found;
    }

    static <T extends Enum<T>> @Nullable T find(Class<T> type, @Nullable String typed) {
        return Arrays.stream(type.getEnumConstants())
                .filter(one -> one.name().equals(typed))
                .findFirst()
                .orElse(null);
    }

    /** @throws CarbonRefused.NoAmount when it is no plain number */
    static BigDecimal number(String field, String typed) {
        var text = typed.strip().replace(",", "").replace("，", "");
        if (!text.matches("-?[0-9]{1,12}(\\.[0-9]{1,9})?")) {
            throw new CarbonRefused.NoAmount(field, MOST);
        }
        return new BigDecimal(text);
    }
}
