package org.zhuxi.assessment.internal;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhuxi.assessment.Area;
import org.zhuxi.assessment.Criterion;
import org.zhuxi.assessment.Criterion.Role;
import org.zhuxi.assessment.PassRule;
import org.zhuxi.assessment.StandardVersion;
import org.zhuxi.assessment.internal.StandardReader.Declared;

/** What has to hold across a whole standard. */
@Component
class StandardRules {

    private static final Pattern STANDARD = Pattern.compile("[A-Z][A-Z0-9-]{1,39}");
    private static final Pattern PART = Pattern.compile("[A-Za-z][A-Za-z0-9-]{0,39}");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int DEEPEST = 5;

    private final CriterionRules criterionRules;

    StandardRules(CriterionRules criterionRules) {
        this.criterionRules = criterionRules;
    }

    void check(StandardVersion standard, Declared declared, KnownStandards known, Faults faults) {
        faults.require(STANDARD.matcher(standard.code()).matches(), "code", "not-a-code", standard.code());
        faults.require(known.isPlace(standard.jurisdiction()), "jurisdiction", "no-place", standard.jurisdiction());
        faults.require(!standard.criteria().isEmpty(), "criteria", "no-criteria");
        once(standard.areas().stream().map(Area::code).toList(), "areas[%d].code", faults);
        once(standard.criteria().stream().map(Criterion::code).toList(), "criteria[%d].code", faults);
        var areas = standard.areas().stream().map(Area::code).collect(Collectors.toSet());
        forEach(standard.criteria(), (criterion, path) -> {
            faults.require(areas.contains(criterion.area()), path + ".area", "area-unknown", criterion.area());
            criterionRules.check(criterion, path, faults);
        });
        passRule(standard, faults);
        points(standard, declared, faults);
        mapping(standard, known, faults);
    }

    private interface Each {
        void accept(Criterion criterion, String path);
    }

    private static void forEach(List<Criterion> criteria, Each each) {
        IntStream.range(0, criteria.size()).forEach(i -> each.accept(criteria.get(i), "criteria[" + i + "]"));
    }

    static void once(List<String> codes, String path, Faults faults) {
        var seen = new HashSet<String>();
        for (var i = 0; i < codes.size(); i++) {
            var code = codes.get(i);
            faults.require(PART.matcher(code).matches(), path.formatted(i), "not-a-code", code);
            faults.require(seen.add(code), path.formatted(i), "code-twice", code);
        }
    }

    /** Whom it refines has to be there, and may not refine it in turn. */
    void parents(String own, @Nullable String parent, KnownStandards known, Faults faults) {
        var way = new java.util.ArrayList<>(List.of(own));
        for (var code = parent; code != null; ) {
            var isCircle = way.contains(code);
            way.add(code);
            if (isCircle || way.size() > DEEPEST) {
                faults.add("parent", "circle", String.join(" → ", way));
                return;
            }
            var found = known.latest(code);
            if (found.isEmpty()) {
                faults.add("parent", "parent-unknown", code);
                return;
            }
            code = found.get().parent();
        }
    }

    private static void passRule(StandardVersion standard, Faults faults) {
        var levels = standard.passRule() instanceof PassRule.Levels(var all)
                ? all.stream().map(PassRule.Level::code).toList()
                : List.<String>of();
        once(levels, "passRule.levels[%d].code", faults);
        faults.require(
                !(standard.passRule() instanceof PassRule.Levels) || !levels.isEmpty(),
                "passRule",
                "key-missing",
                "levels");
        var allowed = allowed(standard.passRule());
        forEach(standard.criteria(), (criterion, path) -> {
            faults.require(allowed.contains(criterion.role()), path + ".role", "role-not-in-rule", criterion.role());
            faults.require(
                    (criterion.role() == Role.LEVEL_MATRIX)
                                    == !criterion.levels().isEmpty()
                            && levels.containsAll(criterion.levels()),
                    path + ".levels",
                    "levels",
                    String.join(", ", levels));
        });
        if (standard.passRule() instanceof PassRule.ScoreAtLeast(var score)) {
            faults.require(score.signum() > 0 && score.compareTo(HUNDRED) <= 0, "passRule.score", "score");
        }
    }

    private static Set<Role> allowed(PassRule rule) {
        return switch (rule) {
            case PassRule.AllMet() -> Set.of(Role.GATE, Role.VETO, Role.REQUIRED, Role.BONUS);
            case PassRule.ScoreAtLeast score -> Set.of(Role.GATE, Role.VETO, Role.SCORED, Role.DEDUCTION, Role.BONUS);
            case PassRule.Levels levels -> Set.of(Role.GATE, Role.VETO, Role.LEVEL_MATRIX);
        };
    }

    /** What is declared has to add up, in each area and in all. */
    private static void points(StandardVersion standard, Declared declared, Faults faults) {
        var weights = standard.areas().stream()
                .map(Area::weight)
                .filter(Objects::nonNull)
                .map(BigDecimal.class::cast)
                .toList();
        faults.require(
                weights.isEmpty()
                        || weights.size() == standard.areas().size()
                                && sum(weights).compareTo(BigDecimal.ONE) == 0,
                "areas",
                "weights");
        var areas = standard.areas();
        for (var i = 0; i < areas.size(); i++) {
            var there = sum(points(standard.criteriaOf(areas.get(i))));
            var said = declared.areas().get(areas.get(i).code());
            var least = areas.get(i).minPoints();
            faults.require(
                    said == null || said.compareTo(there) == 0,
                    "areas[" + i + "].points",
                    "points-sum",
                    said == null ? there : said,
                    there);
            faults.require(
                    least == null || least.signum() >= 0 && least.compareTo(there) <= 0,
                    "areas[" + i + "].minPoints",
                    "points-above",
                    there);
        }
        var total = sum(points(standard.criteria()));
        var said = declared.total();
        faults.require(
                said == null || said.compareTo(total) == 0, "total", "points-sum", said == null ? total : said, total);
        faults.require(
                !(standard.passRule() instanceof PassRule.ScoreAtLeast) || total.signum() > 0, "criteria", "no-points");
    }

    private static List<BigDecimal> points(Collection<Criterion> criteria) {
        return criteria.stream()
                .filter(Criterion::isCounted)
                .map(Criterion::maxPoints)
                .toList();
    }

    private static BigDecimal sum(Collection<BigDecimal> numbers) {
        return numbers.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Each of the 16 national criteria stands behind at least one; an example without a parent may leave them. */
    private static void mapping(StandardVersion standard, KnownStandards known, Faults faults) {
        if (standard.code().equals(StandardVersion.NATIONAL)) {
            return;
        }
        var national = known.latest(StandardVersion.NATIONAL).stream()
                .flatMap(found -> found.criteria().stream())
                .map(Criterion::code)
                .toList();
        var covered = standard.criteria().stream()
                .flatMap(criterion -> criterion.covers().stream())
                .collect(Collectors.toSet());
        forEach(
                standard.criteria(),
                (criterion, path) -> criterion.covers().stream()
                        .filter(code -> !national.contains(code))
                        .forEach(code -> faults.add(path + ".covers", "covers-unknown", code)));
        var open = national.stream().filter(code -> !covered.contains(code)).collect(Collectors.joining(", "));
        faults.require(
                open.isEmpty() || !standard.official() && standard.parent() == null, "criteria", "national-open", open);
    }
}
