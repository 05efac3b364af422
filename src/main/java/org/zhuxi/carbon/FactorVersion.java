package org.zhuxi.carbon;

import java.math.BigDecimal;
import org.zhuxi.carbon.method.Spread;
import org.zhuxi.kernel.Names;

/**
 * A value of a factor as one source gives it.
 *
 * @param version unique within its factor, such as 2023 or DEFRA-2024
 * @param year for which it was published
 * @param value in the unit of its factor
 * @param spread how uncertain it is
 * @param source document and table
 * @param note what a user must know; may be empty
 */
public record FactorVersion(
        String version, int year, BigDecimal value, Evidence evidence, Spread spread, Names source, Names note) {}
