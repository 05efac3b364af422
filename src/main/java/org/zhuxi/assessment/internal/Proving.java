package org.zhuxi.assessment.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.zhuxi.assessment.Criterion;
import org.zhuxi.assessment.CriterionResult.Reason;
import org.zhuxi.assessment.EvidenceKind;
import org.zhuxi.assessment.EvidenceRule;
import org.zhuxi.assessment.Finding;
import org.zhuxi.assessment.Proof;

/** Which evidence of a finding counts on a day. */
final class Proving {

    private final List<Finding.Item> items;
    private final LocalDate asOf;
    private final Proof proof;

    Proving(List<Finding.Item> items, LocalDate asOf, Proof proof) {
        this.items = items;
        this.asOf = asOf;
        this.proof = proof;
    }

    /** How many documents of these kinds there are. */
    long count(Set<EvidenceKind> kinds) {
        return items.stream()
                .filter(item -> kinds.contains(item.kind()) && isSeen(item))
                .count();
    }

    /** What is missing, if anything. */
    Optional<Reason> missing(Criterion criterion) {
        return criterion.evidence().stream()
                .filter(rule -> counted(rule).count() < rule.min())
                .findFirst()
                .map(rule -> {
                    var supplied =
                            items.stream().filter(item -> fits(item, rule)).count();
                    return Reason.of(
                            supplied >= rule.min() ? "evidence-unverified" : "evidence-missing",
                            rule.kind(),
                            counted(rule).count(),
                            rule.min());
                });
    }

    /** The evidence that carries a criterion. */
    List<UUID> carrying(Criterion criterion) {
        return items.stream()
                .filter(this::isSeen)
                .filter(item -> criterion.evidence().isEmpty()
                        || criterion.evidence().stream().anyMatch(rule -> fits(item, rule)))
                .map(Finding.Item::id)
                .distinct()
                .toList();
    }

    private java.util.stream.Stream<Finding.Item> counted(EvidenceRule rule) {
        return items.stream().filter(item -> isSeen(item) && fits(item, rule));
    }

    private boolean isSeen(Finding.Item item) {
        return proof == Proof.CLAIMED || item.verified();
    }

    private boolean fits(Finding.Item item, EvidenceRule rule) {
        var maxAge = rule.maxAgeDays();
        return item.kind() == rule.kind()
                && !item.capturedOn().isAfter(asOf)
                && (maxAge == null || !item.capturedOn().isBefore(asOf.minusDays(maxAge)))
                && (!rule.mustBeGeoInside() || item.geoInside())
                && (!rule.mustShowDate() || item.showsDate());
    }
}
