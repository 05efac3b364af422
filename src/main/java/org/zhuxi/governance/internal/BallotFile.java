package org.zhuxi.governance.internal;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuxi.governance.DecisionKind;
import org.zhuxi.governance.Option;
import org.zhuxi.governance.Voting;

/**
 * The published file of a decision: everything a recount needs and nothing that leads to a person.
 *
 * @param special whether owners need three quarters instead of more than half
 * @param entitled how many ballots there could be
 * @param ballots in the order of their receipts' hashes
 */
public record BallotFile(
        String format,
        UUID decision,
        DecisionKind kind,
        String title,
        boolean special,
        int entitled,
        long totalAreaCentiM2,
        @Nullable Voting voting,
        @Nullable Long budgetYuan,
        List<Option> options,
        List<Line> ballots) {

    public static final String FORMAT = "zhuxi-ballots-1";

    /** @param receipt SHA-256 of the voter's receipt, hexadecimal */
    public record Line(String receipt, String choice, long areaCentiM2) {}
}
