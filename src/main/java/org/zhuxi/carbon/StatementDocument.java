package org.zhuxi.carbon;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.Names;

/**
 * Everything a statement says and rests on: inputs, factors with their values, terms, results, and what makes the simulation come out
 * the same again. Amounts of gas are in kg CO2e, rounded down to a gram so that nothing is claimed that was not there.
 *
 * @param schema of this document
 * @param place code
 * @param versions factors whose version was chosen, by code
 * @param terms every part of the result, avoided ones positive
 * @param net the result with what the city really does as baseline
 * @param landfillOnly the result if everything would have been buried; for comparison
 * @param treatedKg waste treated or prevented
 */
public record StatementDocument(
        String schema,
        String place,
        Names placeName,
        String period,
        Line.Scope scope,
        ProcessMethod process,
        Horizon horizon,
        GwpSet gwp,
        Climate climate,
        BaselineMix baseline,
        String grid,
        Map<String, String> versions,
        String note,
        List<Input> inputs,
        List<UsedFactor> factors,
        List<OpenedTerm> terms,
        Outcome net,
        Outcome landfillOnly,
        BigDecimal treatedKg,
        Simulation simulation) {

    /** The schema written today. */
    public static final String SCHEMA = "zhuxi.carbon.statement/1";

    public StatementDocument {
        versions = Map.copyOf(versions);
        inputs = List.copyOf(inputs);
        factors = List.copyOf(factors);
        terms = List.copyOf(terms);
    }

    /**
     * @param amount as stated, in {@code unit}
     * @param base the same in the line's base unit
     * @param indicator where the amount is the sum of records, the indicator that opens down to them; otherwise null
     * @param earlier amounts of earlier years in the base unit
     */
    public record Input(
            Line line,
            BigDecimal amount,
            String unit,
            BigDecimal base,
            Quality quality,
            String source,
            @Nullable String indicator,
            Map<Integer, BigDecimal> earlier) {

        public Input {
            earlier = Map.copyOf(earlier);
        }
    }

    /** @param spread as in the library, such as {@code normal 20} */
    public record UsedFactor(
            String code, String version, int year, BigDecimal value, String unit, String spread, Evidence evidence) {}

    /**
     * @param input number of the input, from 0
     * @param year of the deposit where it is an earlier one, otherwise null
     * @param part what it is: {@code baseline.landfill}, {@code process.ch4} …
     * @param share of the baseline, or one
     * @param formula with the codes of its factors
     */
    public record OpenedTerm(
            int input, @Nullable Integer year, String part, BigDecimal share, String formula, BigDecimal kg) {}

    /**
     * @param kg result, negative where more was emitted than avoided
     * @param lowKg lower end of the 95 % interval by simulation
     * @param highKg its upper end
     * @param halfWidthKg half the 95 % interval by error propagation
     */
    public record Outcome(BigDecimal kg, BigDecimal lowKg, BigDecimal highKg, BigDecimal halfWidthKg) {}

    /** @param seed as text, for it has more digits than many readers of JSON keep */
    public record Simulation(String generator, String seed, int draws) {}
}
