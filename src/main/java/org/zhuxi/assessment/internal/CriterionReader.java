package org.zhuxi.assessment.internal;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.zhuxi.assessment.Criterion;
import org.zhuxi.assessment.Criterion.OnNotApplicable;
import org.zhuxi.assessment.Criterion.Supply;
import org.zhuxi.assessment.Criterion.VerifiedBy;
import org.zhuxi.assessment.EvidenceKind;
import org.zhuxi.assessment.EvidenceRule;
import org.zhuxi.assessment.StandardVersion;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Role;

/** Reads a criterion. One that stands {@code from} a criterion of the parent says only what is different. */
final class CriterionReader {

    private final Faults faults;
    private final @Nullable StandardVersion parent;
    private final CheckReader checks;

    CriterionReader(Faults faults, @Nullable StandardVersion parent) {
        this.faults = faults;
        this.parent = parent;
        this.checks = new CheckReader(faults);
    }

    Criterion read(YamlMap map, int ordinal) {
        var base = base(map);
        var code = map.text("code");
        var names = base != null && !map.has("names") ? base.names() : map.names("names");
        var criterion = new Criterion(
                code,
                base != null && !map.has("area") ? base.area() : map.text("area"),
                ordinal,
                names,
                or(map.findNames("text"), base == null || map.has("names") && !map.has("from") ? names : base.text()),
                map.choice("role", Criterion.Role.class),
                or(map.findNumber("maxPoints"), BigDecimal.ZERO),
                or(map.findNumber("floor"), BigDecimal.ZERO),
                map.findNumber("cap"),
                Set.copyOf(map.words("levels")),
                base != null && !map.has("check") ? base.check() : checks.check(map),
                map.has("points") ? checks.points(map) : new org.zhuxi.assessment.PointRule.AllOrNothing(),
                inherited(map, "applicability", base, Criterion::applicability, () -> checks.applicability(map)),
                or(
                        map.findChoice("onNotApplicable", OnNotApplicable.class),
                        base == null ? OnNotApplicable.COUNT_AS_MET : base.onNotApplicable()),
                base != null && !map.has("evidence") ? base.evidence() : evidence(map),
                orNull(map.findWhole("lookBackMonths", 1), base == null ? null : base.lookBackMonths()),
                or(map.findChoice("verifiedBy", VerifiedBy.class), base == null ? VerifiedBy.BOTH : base.verifiedBy()),
                orNull(map.findWhole("recheckEveryMonths", 1), base == null ? null : base.recheckEveryMonths()),
                covers(map, base, code),
                base != null && !map.has("supply") ? base.supply() : supply(map),
                orNull(map.find("indicator"), base == null ? null : base.indicator()),
                map.has("proposed") ? map.flag("proposed") : base != null && base.proposed());
        map.nothingElse();
        return criterion;
    }

    private @Nullable Criterion base(YamlMap map) {
        var from = map.find("from");
        if (from == null) {
            return null;
        }
        var found = parent == null ? null : parent.criterion(from).orElse(null);
        faults.require(found != null, map.at("from"), "from-unknown", from);
        return found;
    }

    private static <T> T or(@Nullable T written, T otherwise) {
        return written == null ? otherwise : written;
    }

    private static <T> @Nullable T orNull(@Nullable T written, @Nullable T inherited) {
        return written == null ? inherited : written;
    }

    private static <T> T inherited(
            YamlMap map,
            String key,
            @Nullable Criterion base,
            java.util.function.Function<Criterion, T> part,
            Supplier<T> written) {
        return base != null && !map.has(key) ? part.apply(base) : written.get();
    }

    /** The national criteria it stands for: those written, those of the one it stands from, or itself if it is one. */
    private static List<String> covers(YamlMap map, @Nullable Criterion base, String code) {
        if (map.has("covers")) {
            return map.words("covers");
        }
        if (base != null) {
            return base.covers();
        }
        return code.startsWith(StandardVersion.NATIONAL + "-") ? List.of(code) : List.of();
    }

    private static List<EvidenceRule> evidence(YamlMap map) {
        return map.children("evidence").stream()
                .map(one -> {
                    var rule = new EvidenceRule(
                            one.choice("kind", EvidenceKind.class),
                            one.whole("min", 1),
                            one.findWhole("maxAgeDays", 1),
                            one.flag("mustBeGeoInside"),
                            one.flag("mustShowDate"));
                    one.nothingElse();
                    return rule;
                })
                .toList();
    }

    private Supply supply(YamlMap map) {
        var found = map.child("supply").map(one -> {
            var supply = new Supply(one.choices("roles", Role.class), one.names("names"), one.text("path"));
            faults.require(!supply.roles().isEmpty(), one.at("roles"), "key-missing", "roles");
            faults.require(supply.path().matches("/[a-z][a-z0-9/-]*"), one.at("path"), "not-a-page", supply.path());
            one.nothingElse();
            return supply;
        });
        faults.require(found.isPresent(), map.at("supply"), "key-missing", "supply");
        return Objects.requireNonNullElseGet(found.orElse(null), () -> new Supply(Set.of(), new Names("", ""), "/"));
    }
}
