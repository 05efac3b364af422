package org.zhuxi.activity.internal;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.zhuxi.activity.EvidenceKind;
import org.zhuxi.activity.Kind;
import org.zhuxi.activity.KindQuantity;
import org.zhuxi.activity.Kinds;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Role;
import org.zhuxi.platform.unit.Units;

/** Tells programs which kinds of record there are. */
@RestController
class KindsApi {

    private final Kinds kinds;

    KindsApi(Kinds kinds) {
        this.kinds = kinds;
    }

    record Items(List<Item> items) {}

    /** @param verification rule, sample or review */
    record Item(
            String code,
            Names names,
            Names description,
            Names practiceLine,
            List<Quantity> quantities,
            List<String> grades,
            Set<EvidenceKind> evidenceRequired,
            Set<EvidenceKind> evidenceAllowed,
            String verification,
            Set<Role> filedBy,
            boolean selfFiling,
            int lateDays) {}

    /**
     * @param unit base unit
     * @param units others that are usual
     */
    record Quantity(
            String code,
            Names names,
            String unit,
            List<String> units,
            boolean required,
            @Nullable BigDecimal above,
            @Nullable BigDecimal atLeast,
            @Nullable BigDecimal householdMaximum,
            BigDecimal maximum) {}

    @GetMapping("/api/v1/activity-kinds")
    Items list() {
        return new Items(kinds.list().stream().map(KindsApi::item).toList());
    }

    private static Item item(Kind kind) {
        return new Item(
                kind.code(),
                kind.names(),
                kind.description(),
                kind.practiceLine(),
                kind.quantities().stream().map(KindsApi::quantity).toList(),
                kind.grades(),
                kind.evidenceRequired(),
                kind.evidenceAllowed(),
                kind.policy().name().toLowerCase(Locale.ROOT),
                kind.filedBy(),
                kind.selfFiling(),
                kind.lateDays());
    }

    private static Quantity quantity(KindQuantity quantity) {
        return new Quantity(
                quantity.code(),
                quantity.names(),
                quantity.unit(),
                Units.usual(quantity.unit()),
                quantity.required(),
                quantity.above(),
                quantity.atLeast(),
                quantity.householdMaximum(),
                quantity.maximum());
    }
}
