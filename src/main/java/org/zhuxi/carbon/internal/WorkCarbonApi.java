package org.zhuxi.carbon.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.zhuxi.carbon.BaselineMix;
import org.zhuxi.carbon.BaselineMixes;
import org.zhuxi.carbon.CarbonRefused;
import org.zhuxi.carbon.Climate;
import org.zhuxi.carbon.GwpSet;
import org.zhuxi.carbon.Horizon;
import org.zhuxi.carbon.Line;
import org.zhuxi.carbon.NewInput;
import org.zhuxi.carbon.NewStatement;
import org.zhuxi.carbon.ProcessMethod;
import org.zhuxi.carbon.Quality;
import org.zhuxi.carbon.StatementDocument;
import org.zhuxi.carbon.Statements;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Origin;

/** What-if calculations, statements and baselines for programs of people who work with them. */
@RestController
@RequestMapping("/api/v1/carbon")
class WorkCarbonApi {

    private final Statements statements;
    private final BaselineMixes mixes;

    WorkCarbonApi(Statements statements, BaselineMixes mixes) {
        this.statements = statements;
        this.mixes = mixes;
    }

    /** Shares from 0 to 1. */
    record MixBody(
            @Nullable BigDecimal landfill,
            @Nullable BigDecimal incineration,
            @Nullable BigDecimal dump,
            @Nullable String evidence) {

        BaselineMix mix() {
            return new BaselineMix(
                    orZero(landfill), orZero(incineration), orZero(dump), Objects.requireNonNullElse(evidence, ""));
        }

        private static BigDecimal orZero(@Nullable BigDecimal share) {
            return share == null ? BigDecimal.ZERO : share;
        }
    }

    /** @param amount left out when it is to be read from the records */
    record InputBody(
            @Nullable String line,
            @Nullable BigDecimal amount,
            @Nullable String unit,
            @Nullable String quality,
            @Nullable String source,
            @Nullable Map<Integer, BigDecimal> earlier) {

        NewInput input(String field) {
            var chosen = Choices.needed(Line.class, field + ".line", line);
            if (earlier != null && earlier.values().stream().anyMatch(Objects::isNull)) {
                throw new CarbonRefused.Earlier(field + ".earlier");
            }
            return new NewInput(
                    chosen,
                    amount,
                    Objects.requireNonNullElse(unit, chosen.unit()),
                    quality == null ? Quality.RECORDED : Choices.needed(Quality.class, field + ".quality", quality),
                    Objects.requireNonNullElse(source, ""),
                    Objects.requireNonNullElse(earlier, Map.of()));
        }
    }

    record StatementBody(
            @Nullable String place,
            @Nullable String period,
            @Nullable String scope,
            @Nullable String process,
            @Nullable String horizon,
            @Nullable String gwp,
            @Nullable String climate,
            @Nullable MixBody baseline,
            @Nullable String grid,
            @Nullable List<@Nullable InputBody> inputs,
            @Nullable Map<String, String> versions,
            @Nullable UUID supersedes,
            @Nullable String note) {

        NewStatement command() {
            return new NewStatement(
                    Objects.requireNonNullElse(place, ""),
                    Objects.requireNonNullElse(period, ""),
                    Choices.needed(Line.Scope.class, "scope", scope),
                    Choices.needed(ProcessMethod.class, "process", Objects.requireNonNullElse(process, "IPCC_TIER1")),
                    Choices.needed(Horizon.class, "horizon", Objects.requireNonNullElse(horizon, "TWENTY_YEARS")),
                    Choices.needed(GwpSet.class, "gwp", Objects.requireNonNullElse(gwp, "AR5_100")),
                    Choices.needed(Climate.class, "climate", climate),
                    Objects.requireNonNullElse(baseline, new MixBody(null, null, null, null))
                            .mix(),
                    Objects.requireNonNullElse(grid, "grid.cn"),
                    inputs(Objects.requireNonNullElse(inputs, List.of())),
                    chosenVersions(),
                    supersedes,
                    Objects.requireNonNullElse(note, ""));
        }

        private Map<String, String> chosenVersions() {
            var chosen = Objects.requireNonNullElse(versions, Map.<String, String>of());
            chosen.forEach((code, version) -> {
                if (version == null) {
                    throw new CarbonRefused.NoVersion(code, "");
                }
            });
            return chosen;
        }

        private static List<NewInput> inputs(List<@Nullable InputBody> bodies) {
            var inputs = new ArrayList<NewInput>();
            for (var body : bodies) {
                var field = "inputs[%d]".formatted(inputs.size());
                if (body == null) {
                    throw new CarbonRefused.NoChoice(field + ".line");
                }
                inputs.add(body.input(field));
            }
            return inputs;
        }
    }

    record ReasonBody(@Nullable String reason) {

        String words() {
            return Objects.requireNonNullElse(reason, "");
        }
    }

    record BaselineBody(
            @Nullable String place,
            @Nullable Integer year,
            @Nullable MixBody mix) {}

    /** What a statement would say; nothing is kept. */
    @PostMapping("/what-if")
    StatementDocument whatIf(@RequestBody StatementBody body) {
        return statements.whatIf(body.command());
    }

    @PutMapping("/statements/{id}")
    StatementJson draft(Actor actor, @PathVariable UUID id, @RequestBody StatementBody body) {
        return StatementJson.of(statements.draft(actor, id, body.command(), Origin.RECORDED));
    }

    @PostMapping("/statements/{id}/verification")
    StatementJson verify(Actor actor, @PathVariable UUID id) {
        return StatementJson.of(statements.verify(actor, id));
    }

    @PostMapping("/statements/{id}/rejection")
    StatementJson reject(Actor actor, @PathVariable UUID id, @RequestBody ReasonBody body) {
        return StatementJson.of(statements.reject(actor, id, body.words()));
    }

    @PostMapping("/statements/{id}/publication")
    StatementJson publish(Actor actor, @PathVariable UUID id) {
        return StatementJson.of(statements.publish(actor, id));
    }

    @PostMapping("/statements/{id}/withdrawal")
    StatementJson withdraw(Actor actor, @PathVariable UUID id, @RequestBody ReasonBody body) {
        return StatementJson.of(statements.withdraw(actor, id, body.words()));
    }

    @PutMapping("/baselines/{id}")
    BaselineMixes.Entered enter(Actor actor, @PathVariable UUID id, @RequestBody BaselineBody body) {
        return mixes.enter(
                actor,
                id,
                Objects.requireNonNullElse(body.place(), ""),
                Objects.requireNonNullElse(body.year(), 0),
                Objects.requireNonNullElse(body.mix(), new MixBody(null, null, null, null))
                        .mix(),
                Origin.RECORDED);
    }
}
