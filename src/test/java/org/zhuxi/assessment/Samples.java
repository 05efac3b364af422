package org.zhuxi.assessment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.zhuxi.assessment.Criterion.OnNotApplicable;
import org.zhuxi.assessment.Criterion.Role;
import org.zhuxi.assessment.Criterion.Supply;
import org.zhuxi.assessment.Criterion.VerifiedBy;
import org.zhuxi.kernel.Names;

/** Small standards and findings for tests. */
final class Samples {

    static final LocalDate DAY = LocalDate.of(2026, 11, 1);
    static final Names NAMES = new Names("试", "Trial");
    static final Area ONLY = new Area("all", NAMES, null, null);

    private Samples() {}

    static Criterion criterion(String code, Role role, String points, Check check, PointRule rule) {
        return criterion(
                code, "all", role, points, check, rule, new Applicability.Always(), OnNotApplicable.COUNT_AS_MET);
    }

    static Criterion criterion(
            String code,
            String area,
            Role role,
            String points,
            Check check,
            PointRule rule,
            Applicability applicability,
            OnNotApplicable onNotApplicable) {
        return new Criterion(
                code,
                area,
                1,
                NAMES,
                NAMES,
                role,
                new BigDecimal(points),
                BigDecimal.ZERO,
                null,
                Set.of(),
                check,
                rule,
                applicability,
                onNotApplicable,
                List.of(),
                null,
                VerifiedBy.BOTH,
                null,
                List.of(),
                new Supply(Set.of(org.zhuxi.kernel.Role.COMMUNITY_CLERK), NAMES, "/work"),
                null,
                false);
    }

    static Check.Measure atLeast(String value) {
        return new Check.Measure(
                null, null, BigDecimal.ONE, new Threshold(Threshold.Op.GE, new BigDecimal(value), "%", "不低于"));
    }

    static StandardVersion standard(PassRule rule, List<Area> areas, List<Criterion> criteria) {
        return new StandardVersion(
                "TRIAL",
                1,
                NAMES,
                "000000000000",
                null,
                areas,
                criteria,
                rule,
                LocalDate.EPOCH,
                false,
                "trial",
                StandardVersion.State.PUBLISHED);
    }

    /** Findings with which everything is met and proved. */
    static Map<String, Finding> perfect(StandardVersion standard) {
        return standard.criteria().stream()
                .collect(Collectors.toMap(
                        Criterion::code, criterion -> perfect(criterion), (one, same) -> one, HashMap::new));
    }

    static Finding perfect(Criterion criterion) {
        return with(
                criterion,
                criterion.check().asked().collect(Collectors.toMap(Check.Part::code, part -> perfect(part.check()))));
    }

    /** These answers with all evidence. */
    static Finding with(Criterion criterion, Map<String, Answer> answers) {
        return new Finding(answers, null, true, null, evidence(criterion));
    }

    static Finding with(StandardVersion standard, String criterion, Answer answer) {
        return with(standard.criterion(criterion).orElseThrow(), Map.of(Finding.ONLY, answer));
    }

    private static Answer perfect(Check check) {
        return switch (check) {
            case Check.Measure measure -> perfect(measure);
            case Check.YesNo yesNo -> new Answer.YesNo(true);
            case Check.Document document -> new Answer.YesNo(true);
            case Check.Checklist(var items, var least) ->
                new Answer.Ticked(items.stream().map(Check.Item::code).collect(Collectors.toSet()));
            case Check.Panel(var scale, var pass) -> new Answer.Marks(List.of(BigDecimal.valueOf(scale)));
            case Check.All all -> throw new IllegalStateException("nested");
        };
    }

    private static Answer perfect(Check.Measure measure) {
        return switch (measure.threshold().op()) {
            case GE, GT -> Answer.Amount.of(measure.threshold().value().max(new BigDecimal("100")));
            case LE, LT -> Answer.Amount.of(BigDecimal.ZERO);
            case EQ -> Answer.Amount.of(measure.threshold().value());
        };
    }

    /** Evidence that satisfies every rule. */
    static List<Finding.Item> evidence(Criterion criterion) {
        var items = new ArrayList<Finding.Item>();
        criterion
                .evidence()
                .forEach(rule -> IntStream.range(0, rule.min()).forEach(i -> items.add(item(rule.kind(), true))));
        criterion.check().asked().map(Check.Part::check).forEach(check -> {
            if (check instanceof Check.Document(var kinds, var least)) {
                items.add(item(kinds.stream().sorted().findFirst().orElseThrow(), true));
            }
        });
        return items;
    }

    static Finding.Item item(EvidenceKind kind, boolean verified) {
        return new Finding.Item(UUID.randomUUID(), kind, DAY.minusDays(1), verified, true, true);
    }

    static Finding.Certificate certificate(@Nullable UUID signer) {
        return new Finding.Certificate(signer, DAY);
    }
}
