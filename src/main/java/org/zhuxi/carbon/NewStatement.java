package org.zhuxi.carbon;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a statement is to be reckoned from.
 *
 * @param place code of a community or of a site in one
 * @param period 2026 or 2026-09
 * @param grid code of the factor for electricity
 * @param versions versions of factors by code where not the newest up to the period are wanted
 * @param supersedes the published statement this one is to replace, or null
 * @param note for everybody; may be empty
 */
public record NewStatement(
        String place,
        String period,
        Line.Scope scope,
        ProcessMethod process,
        Horizon horizon,
        GwpSet gwp,
        Climate climate,
        BaselineMix baseline,
        String grid,
        List<NewInput> inputs,
        Map<String, String> versions,
        @Nullable UUID supersedes,
        String note) {

    /** Most characters of a note. */
    public static final int NOTE = 1_000;

    /** Most inputs of a statement. */
    public static final int INPUTS = 40;

    /** Most earlier years of an input. */
    public static final int EARLIER = 30;

    public NewStatement {
        inputs = List.copyOf(inputs);
        versions = Map.copyOf(versions);
    }

    /** The usual choices: IPCC Tier 1, 20 years, AR5, the national grid. */
    public static NewStatement usual(
            String place,
            String period,
            Line.Scope scope,
            Climate climate,
            BaselineMix baseline,
            List<NewInput> inputs,
            String note) {
        return new NewStatement(
                place,
                period,
                scope,
                ProcessMethod.IPCC_TIER1,
                Horizon.TWENTY_YEARS,
                GwpSet.AR5_100,
                climate,
                baseline,
                "grid.cn",
                inputs,
                Map.of(),
                null,
                note);
    }
}
