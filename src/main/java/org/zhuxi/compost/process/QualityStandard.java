package org.zhuxi.compost.process;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.Names;

/**
 * A set of limits for finished compost. Meeting it here is a self-check: compost given away in a community is no fertiliser for
 * sale, and nothing here certifies it.
 *
 * @param source where the limits are printed
 */
public record QualityStandard(String id, Names names, String source, List<Item> items) {

    /**
     * A limit.
     *
     * @param atLeast null when there is no lower limit
     * @param atMost null when there is no upper limit
     * @param basis dry or fresh
     * @param mandatory whether the whole fails with it and needs it
     * @param evidence how sure the limit is
     */
    public record Item(
            String code,
            Names names,
            @Nullable BigDecimal atLeast,
            @Nullable BigDecimal atMost,
            String unit,
            String basis,
            boolean mandatory,
            Evidence evidence) {

        /** MISSING when it was not measured. */
        public Verdict judge(@Nullable BigDecimal value) {
            if (value == null) {
                return Verdict.MISSING;
            }
            var low = atLeast != null && value.compareTo(atLeast) < 0;
            var high = atMost != null && value.compareTo(atMost) > 0;
            return low || high ? Verdict.OUTSIDE : Verdict.WITHIN;
        }
    }

    /** How a value stands to its limit. */
    public enum Verdict {
        WITHIN,
        OUTSIDE,
        MISSING
    }

    /** The whole: outside when a mandatory item is, else missing when one was not measured. */
    public Verdict judge(Map<String, BigDecimal> values) {
        var verdicts = items.stream()
                .filter(Item::mandatory)
                .map(it -> it.judge(values.get(it.code())))
                .toList();
        if (verdicts.contains(Verdict.OUTSIDE)) {
            return Verdict.OUTSIDE;
        }
        return verdicts.contains(Verdict.MISSING) ? Verdict.MISSING : Verdict.WITHIN;
    }
}
