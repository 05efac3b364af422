package org.zhuxi.activity.internal;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.zhuxi.activity.Kind;
import org.zhuxi.activity.KindQuantity;
import org.zhuxi.activity.Measured;
import org.zhuxi.activity.Submission;
import org.zhuxi.kernel.Problem;
import org.zhuxi.platform.unit.Units;

/** Reads the quantities of a submission into base units and holds them against what its kind allows. */
@Component
class Quantities {

    private static final int MOST_DIGITS = 15;

    private final Units units;

    Quantities(Units units) {
        this.units = units;
    }

    /** @param values in base units, by the kind's quantity codes */
    record Read(Map<String, BigDecimal> values, boolean unusual) {}

    /** @param wrong takes what is wrong; what it gains makes the answer worthless */
    Read read(Kind kind, Submission submission, List<Problem.Field> wrong) {
        var values = new HashMap<String, BigDecimal>();
        var unusual = false;
        for (var quantity : kind.quantities()) {
            var measured = submission.quantities().get(quantity.code());
            if (measured == null) {
                if (quantity.required()) {
                    wrong.add(field(quantity, "", "quantity-missing", quantity.names(), quantity.unit()));
                }
                continue;
            }
            var value = read(quantity, measured, submission.household() != null, wrong);
            if (value.isPresent()) {
                values.put(quantity.code(), value.get());
                unusual |= quantity.isUnusual(value.get());
            }
        }
        refuseUnknown(kind, submission, wrong);
        return new Read(values, unusual);
    }

    private Optional<BigDecimal> read(
            KindQuantity quantity, Measured measured, boolean household, List<Problem.Field> wrong) {
        if (measured.value().precision() > MOST_DIGITS
                || measured.value().scale() > Units.DECIMALS
                || measured.value().scale() < -Units.DECIMALS) {
            wrong.add(field(quantity, ".value", "quantity-too-precise", quantity.names(), MOST_DIGITS, Units.DECIMALS));
            return Optional.empty();
        }
        var value = units.toBase(measured.value(), measured.unit(), quantity.unit());
        if (value.isEmpty()) {
            wrong.add(field(
                    quantity,
                    ".unit",
                    "unit-not-allowed",
                    measured.unit(),
                    quantity.names(),
                    String.join(", ", Units.usual(quantity.unit()))));
            return Optional.empty();
        }
        checkRange(quantity, value.get(), household, wrong);
        return value;
    }

    private static void checkRange(
            KindQuantity quantity, BigDecimal value, boolean household, List<Problem.Field> wrong) {
        var above = quantity.above();
        var atLeast = quantity.atLeast();
        if (above != null && value.compareTo(above) <= 0) {
            wrong.add(field(quantity, ".value", "quantity-not-above", quantity.names(), above, quantity.shownUnit()));
        } else if (atLeast != null && value.compareTo(atLeast) < 0) {
            wrong.add(field(quantity, ".value", "quantity-below", quantity.names(), atLeast, quantity.shownUnit()));
        } else if (value.compareTo(quantity.maximumFor(household)) > 0) {
            var slug = household ? "quantity-above-household" : "quantity-above-limit";
            var limit = quantity.maximumFor(household);
            wrong.add(field(quantity, ".value", slug, quantity.names(), value, quantity.shownUnit(), limit));
        } else if (quantity.whole() && value.scale() > 0) {
            wrong.add(field(quantity, ".value", "quantity-not-whole", quantity.names()));
        }
    }

    private static void refuseUnknown(Kind kind, Submission submission, List<Problem.Field> wrong) {
        for (var code : submission.quantities().keySet()) {
            if (kind.findQuantity(code).isEmpty()) {
                var allowed = kind.quantities().stream().map(KindQuantity::code).collect(Collectors.joining(", "));
                wrong.add(new Problem.Field("quantities." + code, "quantity-unknown", List.of(code, allowed)));
            }
        }
    }

    private static Problem.Field field(KindQuantity quantity, String part, String slug, Object... arguments) {
        return new Problem.Field("quantities." + quantity.code() + part, slug, List.of(arguments));
    }
}
