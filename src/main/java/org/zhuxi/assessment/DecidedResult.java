package org.zhuxi.assessment;

import java.math.BigDecimal;

/**
 * What was decided of one criterion.
 *
 * @param points two decimals
 * @param maxPoints what it could have brought; zero when it was taken out of the sum
 */
public record DecidedResult(
        String criterion, CriterionResult.Outcome outcome, BigDecimal points, BigDecimal maxPoints) {}
