package org.zhuxi.activity;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import org.zhuxi.activity.internal.Recount;
import org.zhuxi.kernel.CommunityId;

/** Holds the sums that figures are read from against the records themselves. */
@Service
public class ActivityTotals {

    private final Recount recount;

    ActivityTotals(Recount recount) {
        this.recount = recount;
    }

    /**
     * A sum that is not what its records add up to.
     *
     * @param kept what the sums say
     * @param counted what the records add up to
     */
    public record Difference(
            LocalDate day,
            String kind,
            String quantity,
            ActivityState state,
            BigDecimal kept,
            BigDecimal counted,
            long recordsKept,
            long recordsCounted) {}

    /** Counts all records of a community again and answers where the sums differ; empty when all is well. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public List<Difference> recount(CommunityId community) {
        return recount.of(community);
    }
}
