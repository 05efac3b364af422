package org.zhuxi.points;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Origin;

/**
 * A wish to give extra points for a while.
 *
 * @param id made by the client; sending it again counts once
 * @param place code of a community, or of something in it
 * @param kinds codes of the kinds of records that earn more, each with a reward rule
 * @param extraPercent how much more than the rules give, 1 to 900; or 0
 * @param flatPoints points for each record that earns, 1 to 1,000; or 0. One of the two is 0
 * @param firstDay today or later
 * @param lastDay at most a year after the first
 * @param budgetPoints what it gives in all, 1 to 100,000,000
 */
public record NewCampaign(
        UUID id,
        String place,
        Names name,
        Set<String> kinds,
        int extraPercent,
        long flatPoints,
        LocalDate firstDay,
        LocalDate lastDay,
        long budgetPoints,
        Origin origin) {

    public static final int MOST_PERCENT = 900;
    public static final long MOST_FLAT = 1_000;
    public static final long MOST_BUDGET = 100_000_000;
    public static final int LONGEST_NAME = 60;

    public NewCampaign {
        kinds = Set.copyOf(kinds);
    }
}
