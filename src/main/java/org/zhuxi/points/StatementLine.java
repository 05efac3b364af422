package org.zhuxi.points;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.Names;

/**
 * One posting as the household sees it.
 *
 * @param points what it changed: positive when they came in
 * @param balance of the account after it
 * @param day the local day it counts for
 * @param expiresOn last valid day of what came in, or of the latest of what went out
 * @param activity the record behind it, or null
 * @param rule name of the rule, or null
 * @param ruleVersion which version of the rule, or null
 * @param reverses the posting it takes back, or null
 * @param note why, when a person did it
 */
public record StatementLine(
        UUID id,
        PostingKind kind,
        long points,
        long balance,
        LocalDate day,
        Instant postedAt,
        @Nullable LocalDate expiresOn,
        @Nullable UUID activity,
        @Nullable Names rule,
        @Nullable Integer ruleVersion,
        @Nullable UUID reverses,
        @Nullable String note) {

    /** The same line with other words. */
    public StatementLine withNote(@Nullable String words) {
        return new StatementLine(
                id, kind, points, balance, day, postedAt, expiresOn, activity, rule, ruleVersion, reverses, words);
    }
}
