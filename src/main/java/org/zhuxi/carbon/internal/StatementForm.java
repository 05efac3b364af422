package org.zhuxi.carbon.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuxi.carbon.BaselineMix;
import org.zhuxi.carbon.CarbonRefused;
import org.zhuxi.carbon.Climate;
import org.zhuxi.carbon.GwpSet;
import org.zhuxi.carbon.Horizon;
import org.zhuxi.carbon.Line;
import org.zhuxi.carbon.NewInput;
import org.zhuxi.carbon.NewStatement;
import org.zhuxi.carbon.ProcessMethod;
import org.zhuxi.carbon.Quality;
import org.zhuxi.kernel.Ids;

/** A statement as it has been typed so far: one group of fields a line, named {@code amount.FOOD_COMPOSTED} and so on. */
public record StatementForm(Map<String, String> typed) {

    private static final int PERCENT_DIGITS = 2;

    public StatementForm {
        var kept = new HashMap<>(typed);
        kept.putIfAbsent("id", Ids.next().toString());
        typed = Map.copyOf(kept);
    }

    public String get(String field) {
        return typed.getOrDefault(field, "").strip();
    }

    public String get(String part, Line line) {
        return get(part + "." + line.name());
    }

    /** Whether an amount is to be read from the records. */
    public boolean isFromRecords(Line line) {
        return get("records", line).equals("yes");
    }

    public Line.Scope scope() {
        var scope = Choices.find(Line.Scope.class, get("scope"));
        return scope == null ? Line.Scope.ORGANICS : scope;
    }

    UUID id() {
        try {
            return UUID.fromString(get("id"));
        } catch (IllegalArgumentException e) {
            return Ids.next();
        }
    }

    /** The lines that are filled in, in the order of their fields. */
    public List<Line> filled() {
        return Line.of(scope()).stream()
                .filter(line -> isFromRecords(line) || !get("amount", line).isEmpty())
                .toList();
    }

    /** Name under which a problem with a part of a line is told. */
    public String field(String part, Line line) {
        return "inputs[%d].%s".formatted(filled().indexOf(line), part);
    }

    NewStatement command() {
        return new NewStatement(
                get("place"),
                get("period"),
                scope(),
                Choices.needed(ProcessMethod.class, "process", get("process")),
                Choices.needed(Horizon.class, "horizon", get("horizon")),
                Choices.needed(GwpSet.class, "gwp", get("gwp")),
                Choices.needed(Climate.class, "climate", get("climate")),
                mix(),
                get("grid"),
                inputs(),
                Map.of(),
                supersedes(),
                get("note"));
    }

    BaselineMix mix() {
        return new BaselineMix(share("landfill"), share("incineration"), share("dump"), get("evidence"));
    }

    private java.math.BigDecimal share(String field) {
        var text = get(field);
        return Choices.number(field, text.isEmpty() ? "0" : text).movePointLeft(PERCENT_DIGITS);
    }

    private List<NewInput> inputs() {
        var inputs = new ArrayList<NewInput>();
        for (var line : filled()) {
            inputs.add(
                    isFromRecords(line)
                            ? NewInput.fromRecords(line)
                            : new NewInput(
                                    line,
                                    Choices.number(field("amount", line), get("amount", line)),
                                    get("unit", line),
                                    Choices.needed(Quality.class, field("quality", line), get("quality", line)),
                                    get("source", line),
                                    Map.of()));
        }
        return inputs;
    }

    private @Nullable UUID supersedes() {
        try {
            return get("supersedes").isEmpty() ? null : UUID.fromString(get("supersedes"));
        } catch (IllegalArgumentException e) {
            throw new CarbonRefused.NotReplaceable();
        }
    }
}
