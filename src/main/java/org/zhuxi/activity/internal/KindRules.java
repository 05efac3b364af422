package org.zhuxi.activity.internal;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.zhuxi.activity.ActivityPermissions;
import org.zhuxi.activity.Kind;
import org.zhuxi.activity.KindQuantity;
import org.zhuxi.activity.VerificationPolicy;

/** What a declared kind must keep to. */
final class KindRules {

    static final Set<String> BASE_UNITS = Set.of("kg", "kWh", "m3", "h", "1");

    private static final Pattern KIND_CODE = Pattern.compile("[a-z]+(\\.[a-z]+(-[a-z]+)*)+");
    private static final Pattern QUANTITY_CODE = Pattern.compile("[a-z]{1,30}");

    private KindRules() {}

    static void check(Kind kind) {
        var code = kind.code();
        require(KIND_CODE.matcher(code).matches(), "'%s' is no code such as waste.drop.kitchen".formatted(code));
        require(!kind.quantities().isEmpty(), code + " needs a quantity");
        var quantities = new HashSet<String>();
        for (var quantity : kind.quantities()) {
            require(quantities.add(quantity.code()), code + " declares " + quantity.code() + " twice");
            check(code + "." + quantity.code(), quantity);
        }
        require(
                kind.evidenceAllowed().containsAll(kind.evidenceRequired()),
                code + " requires evidence that it does not allow");
        require(
                kind.policy() == VerificationPolicy.SAMPLE
                        ? kind.samplePercent() >= 1 && kind.samplePercent() <= 99
                        : kind.samplePercent() == 0,
                code + " needs a percent from 1 to 99 for SAMPLE, and none otherwise");
        require(
                ActivityPermissions.RECORD.roles().containsAll(kind.filedBy()),
                code + " is filed by a role that may not file records");
        require(!kind.filedBy().isEmpty() || kind.selfFiling(), code + " can be filed by nobody");
        require(kind.lateDays() >= 1, code + " needs lateDays of at least 1");
    }

    private static void check(String name, KindQuantity quantity) {
        require(QUANTITY_CODE.matcher(quantity.code()).matches(), name + " is no code of small letters");
        require(BASE_UNITS.contains(quantity.unit()), name + " has none of the base units " + BASE_UNITS);
        require(
                (quantity.above() == null) != (quantity.atLeast() == null),
                name + " needs either 'above' or 'atLeast'");
        var usual = quantity.unusualAbove();
        var household = quantity.householdMaximum();
        require(usual == null || usual.compareTo(quantity.maximum()) < 0, name + ": unusualAbove is beyond maximum");
        require(
                household == null || household.compareTo(quantity.maximum()) <= 0,
                name + ": householdMaximum is beyond maximum");
    }

    static void require(boolean kept, String message) {
        if (!kept) {
            throw new IllegalArgumentException(message);
        }
    }
}
