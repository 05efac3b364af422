package org.zhuxi.points;

import java.util.Arrays;

/** Why points move. */
public enum PostingKind {
    /** A record earned points by a rule. */
    REWARD(1),
    /** The household spent points. */
    REDEMPTION(2),
    /** An earlier posting is taken back. */
    REVERSAL(3),
    /** Points ran out of time. */
    EXPIRY(4),
    /** A household gave points to another, or was given some. */
    GIFT(5),
    /** Staff corrected the account, up or down. */
    ADJUSTMENT(6),
    /** Points that had to be taken back were spent already: the household owes them. */
    ADVANCE(7),
    /** What was owed is paid back from what comes in. */
    REPAYMENT(8),
    /** Points are set aside for goods that wait to be picked up. */
    HOLD(9),
    /** Goods were handed over: what was set aside is spent. It stands on no household's account. */
    CAPTURE(10),
    /** A campaign added points to what a record had earned. */
    BONUS(11),
    /** Points are withheld until somebody has decided whether their records were honest. */
    QUARANTINE(12),
    /** Goods came back to the shop, and their points to the household. */
    REFUND(13);

    private static final PostingKind[] BY_NUMBER = byNumber();

    private final int number;

    PostingKind(int number) {
        this.number = number;
    }

    /** The number under which it is kept. */
    public int number() {
        return number;
    }

    public static PostingKind of(int number) {
        return BY_NUMBER[number];
    }

    /** Whether people can take back a posting of this kind by itself. */
    public boolean isReversible() {
        return this == REWARD || this == REDEMPTION || this == ADJUSTMENT || this == BONUS;
    }

    private static PostingKind[] byNumber() {
        var kinds = new PostingKind[REFUND.number + 1];
        Arrays.stream(values()).forEach(kind -> kinds[kind.number] = kind);
        return kinds;
    }
}
