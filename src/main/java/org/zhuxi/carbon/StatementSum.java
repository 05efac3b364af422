package org.zhuxi.carbon;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.zhuxi.carbon.StatementDocument.Outcome;
import org.zhuxi.carbon.StatementDocument.Simulation;
import org.zhuxi.carbon.StatementDocument.UsedFactor;
import org.zhuxi.kernel.Names;

/**
 * Published statements of several places or months added up, with an interval of its own: what all of them share (a factor in one
 * version) is drawn once for all, so that the interval is neither too narrow nor the sum of theirs. Masses in kg CO2e, rounded as those
 * of a statement.
 *
 * @param schema of this document
 * @param period the year
 * @param parts the statements, by place and period
 * @param factors every factor version that is used
 * @param treatedKg waste treated or prevented
 */
public record StatementSum(
        String schema,
        String period,
        Line.Scope scope,
        Horizon horizon,
        GwpSet gwp,
        List<Part> parts,
        List<UsedFactor> factors,
        BigDecimal treatedKg,
        Outcome net,
        Outcome landfillOnly,
        Simulation simulation) {

    /** The schema written today. */
    public static final String SCHEMA = "zhuxi.carbon.sum/1";

    public StatementSum {
        parts = List.copyOf(parts);
        factors = List.copyOf(factors);
    }

    /**
     * A statement that is added.
     *
     * @param hash of its document
     * @param place code
     */
    public record Part(
            UUID statement,
            String hash,
            String place,
            Names placeName,
            String period,
            BigDecimal treatedKg,
            Outcome net,
            BigDecimal landfillOnlyKg) {}

    /** How many places are counted. */
    public long places() {
        return parts.stream().map(Part::place).distinct().count();
    }
}
