package org.zhuxi.indicator.internal;

import static org.zhuxi.indicator.internal.DefinitionBook.require;

import java.util.Map;
import java.util.regex.Pattern;
import org.zhuxi.indicator.Aggregation;
import org.zhuxi.indicator.Measure;
import org.zhuxi.indicator.Measure.Source;

/** What must hold for a measure; a file that breaks it stops the start. */
final class MeasureRules {

    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9-]*(\\.[a-z0-9-]+)+");

    private MeasureRules() {}

    static void check(Measure measure, Map<String, Measure> all) {
        var code = measure.code();
        require(CODE.matcher(code).matches(), code, "is no code");
        require(measure.decimals() >= 0 && measure.decimals() <= 6, code, "shows 0 to 6 decimals");
        require(measure.aggregation() != Aggregation.RECOMPUTE, code, "is a measure; what is reckoned is an indicator");
        require(
                measure.kinds().isEmpty() == (measure.source() != Source.ACTIVITY),
                code,
                "names kinds of record if and only if it comes from records");
        if (measure.source() == Source.ACTIVITY) {
            require(
                    measure.aggregation() == Aggregation.SUM && measure.quantity() != null
                            || measure.aggregation() == Aggregation.DISTINCT && measure.quantity() == null,
                    code,
                    "adds up a quantity of records, or counts different households and has none");
            require(!measure.yearly(), code, "comes from records, which have days");
        }
        require(
                measure.source() != Source.REGISTER || measure.yearly(),
                code,
                "comes from a register, which is yearly");
        require(
                measure.sites().isEmpty() || measure.source() == Source.REGISTER && code.startsWith("register."),
                code,
                "counts sites, which registers do: its source is REGISTER and its code begins with register.");
        var cell = measure.cell();
        require(cell == null || all.containsKey(cell), code, "is protected by an unknown measure");
    }
}
