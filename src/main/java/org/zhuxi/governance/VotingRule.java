package org.zhuxi.governance;

import java.time.Duration;
import java.time.Instant;
import org.zhuxi.kernel.PlacePath;

/**
 * What a jurisdiction says about a kind of decision.
 *
 * @param isRecognised whether a vote in this system counts
 * @param channel which channel counts instead, in words
 * @param noticeDays days between announcement and opening, at least
 * @param leastDays fewest days of voting
 * @param mostDays most days of voting
 * @param source the rule it is taken from
 */
public record VotingRule(
        PlacePath place,
        DecisionKind kind,
        boolean isRecognised,
        String channel,
        int noticeDays,
        int leastDays,
        int mostDays,
        String source) {

    /** Where nobody said anything: advisory; for owners fifteen days of notice (Regulation on property management, article 14). */
    public static VotingRule usual(DecisionKind kind) {
        return kind == DecisionKind.OWNERS
                ? new VotingRule(PlacePath.NATION, kind, false, "", 15, 0, 60, "物业管理条例 第十四条")
                : new VotingRule(PlacePath.NATION, kind, false, "", 0, 0, 60, "");
    }

    /**
     * Whether a decision is open for as long, and after as much notice, as this asks.
     *
     * @param now when it is announced
     * @throws GovernanceRefused.WrongDays otherwise
     */
    void check(Decision decision, Instant now) {
        var open = Duration.between(decision.opensAt(), decision.closesAt());
        if (open.isNegative()
                || open.isZero()
                || open.compareTo(Duration.ofDays(leastDays)) < 0
                || open.compareTo(Duration.ofDays(mostDays)) > 0
                || decision.opensAt()
                        .isBefore(now.plus(Duration.ofDays(noticeDays)).minusSeconds(120))) {
            throw new GovernanceRefused.WrongDays(noticeDays, leastDays, mostDays);
        }
    }
}
