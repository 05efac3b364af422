package org.zhuxi.points;

import java.util.List;

/**
 * All sides of the ledger added up at one moment.
 *
 * @param sum of all accounts; zero in a sound ledger
 * @param accounts how many households have one
 * @param outstanding points that households hold
 * @param owed points that households owe
 * @param issued points ever given by rules
 * @param reversed of these, points taken back
 * @param redeemed points spent, without spending that was taken back
 * @param expired points that ran out of time
 * @param adjusted points given by hand, less those taken by hand
 * @param held points set aside for goods that wait to be picked up
 * @param withheld points of records that are in quarantine
 */
public record TrialBalance(
        long sum,
        long accounts,
        long outstanding,
        long owed,
        long issued,
        long reversed,
        long redeemed,
        long expired,
        long adjusted,
        long held,
        long withheld,
        List<Check> checks) {

    public TrialBalance {
        checks = List.copyOf(checks);
    }

    /**
     * @param code of the invariant, such as {@code I2}
     * @param examined how many accounts or days were looked at
     * @param wrong how many of them do not agree; 0 in a sound ledger
     */
    public record Check(String code, long examined, long wrong) {

        public boolean isSound() {
            return wrong == 0;
        }
    }

    public boolean isSound() {
        return sum == 0 && checks.stream().allMatch(Check::isSound);
    }
}
