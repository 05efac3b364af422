package org.zhuxi.indicator;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuxi.indicator.internal.Reckoning;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.PlacePath;

/** Expressions over measures and indicators that other modules write down, such as the criteria of a standard. */
@Service
@Transactional(readOnly = true)
public class Expressions {

    private final Reckoning reckoning;

    Expressions(Reckoning reckoning) {
        this.reckoning = reckoning;
    }

    /**
     * Whether it can be reckoned at all.
     *
     * @throws IllegalArgumentException when it cannot be read, names something unknown or divides by a zero that is written in
     *     it; the message says where. What the caller does in the same transaction stands
     */
    @Transactional(readOnly = true, noRollbackFor = IllegalArgumentException.class)
    public void check(String expression) {
        reckoning.check(expression);
    }

    /**
     * What expressions rest on at some places in a period, read in one query.
     *
     * @param expressions such that {@link #check} lets pass
     */
    public Values read(Collection<String> expressions, Collection<PlacePath> paths, ReportPeriod period) {
        return new Values(reckoning.known(expressions, paths, period));
    }

    /** The same in communities, of which there may be thousands. */
    public Values readIn(Collection<String> expressions, Collection<CommunityId> communities, ReportPeriod period) {
        return new Values(reckoning.knownIn(expressions, communities, period));
    }

    /** Verified values at some places in one period; may be asked by several threads. */
    public static final class Values {

        private final Reckoning.Known known;

        private Values(Reckoning.Known known) {
            this.known = known;
        }

        /**
         * What an expression gives at one of the places.
         *
         * @param expression one of those that were read
         * @param divisor another of them, or null for a plain amount
         */
        public Reckoned of(String expression, @Nullable String divisor, PlacePath path) {
            return known.value(expression, divisor, path);
        }
    }

    /** Whether an indicator speaks of some communities only, so that {@code N{code}} may not apply at a place. */
    public boolean isForSome(String indicator) {
        return reckoning.isForSome(indicator);
    }

    /** The measures an expression is reckoned from in the end, by code. */
    public Map<String, Measure> measures(List<String> expressions) {
        return reckoning.measures(expressions);
    }
}
