package org.zhuxi.waste.internal;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.zhuxi.waste.WasteRefused;

/** Reads a mass as people type it: {@code 1.2}, {@code 1,2 kg}, {@code １．２}, {@code 800g}, {@code 2斤}. */
public final class Weight {

    private static final Pattern FORM = Pattern.compile("([+-]?\\d*[.,。]?\\d+|\\d+[.,。])\\s*(\\D*)");

    /** Kilograms in one of the unit. */
    private static final Map<String, BigDecimal> UNITS = Map.of(
            "", BigDecimal.ONE,
            "kg", BigDecimal.ONE,
            "公斤", BigDecimal.ONE,
            "千克", BigDecimal.ONE,
            "斤", new BigDecimal("0.5"),
            "g", new BigDecimal("0.001"),
            "克", new BigDecimal("0.001"));

    private Weight() {}

    /** The mass in kg, above zero. */
    public static BigDecimal kilograms(String typed) {
        var text = Normalizer.normalize(typed, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
        if (text.isEmpty()) {
            throw new WasteRefused.Unreadable("amount", "weight-missing");
        }
        var match = FORM.matcher(text);
        if (!match.matches()) {
            throw new WasteRefused.Unreadable("amount", "weight-unreadable", typed);
        }
        var unit = match.group(2).strip();
        if (!UNITS.containsKey(unit)) {
            throw new WasteRefused.Unreadable("amount", "weight-unit", unit);
        }
        var number = new BigDecimal(match.group(1).replace(',', '.').replace('。', '.'));
        if (number.signum() <= 0) {
            throw new WasteRefused.Unreadable("amount", "weight-not-positive", typed);
        }
        return plain(number.multiply(Objects.requireNonNull(UNITS.get(unit))));
    }

    /** The number of bags, above zero. */
    public static int bags(String typed) {
        var text = Normalizer.normalize(typed, Normalizer.Form.NFKC).strip();
        if (!text.matches("\\d{1,4}") || Integer.parseInt(text) == 0) {
            throw new WasteRefused.Unreadable("amount", "bags-not-positive");
        }
        return Integer.parseInt(text);
    }

    private static BigDecimal plain(BigDecimal value) {
        var stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
