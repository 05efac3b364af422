package org.zhuxi.activity;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Role;

/**
 * A kind of record, declared in a file under {@code activity/kinds}.
 *
 * @param code stable, such as {@code waste.drop.kitchen}
 * @param practiceLine which line of the Yangzhou practice it belongs to, such as 垃圾分类普及
 * @param grades the grades it can be given, best first; empty when it is not graded
 * @param evidenceRequired what must be attached
 * @param evidenceAllowed what may be attached
 * @param samplePercent share of records that wait, 1 to 99, for the policy SAMPLE; otherwise 0
 * @param filedBy roles that may file it, each in its own place
 * @param selfFiling whether members may file it for their own household
 * @param lateDays days after which it is taken no more
 */
public record Kind(
        String code,
        Names names,
        Names description,
        Names practiceLine,
        List<KindQuantity> quantities,
        List<String> grades,
        Set<EvidenceKind> evidenceRequired,
        Set<EvidenceKind> evidenceAllowed,
        VerificationPolicy policy,
        int samplePercent,
        Set<Role> filedBy,
        boolean selfFiling,
        int lateDays) {

    public Kind {
        quantities = List.copyOf(quantities);
        grades = List.copyOf(grades);
        evidenceRequired = Set.copyOf(evidenceRequired);
        evidenceAllowed = Set.copyOf(evidenceAllowed);
        filedBy = Set.copyOf(filedBy);
    }

    public Optional<KindQuantity> findQuantity(String quantity) {
        return quantities.stream()
                .filter(candidate -> candidate.code().equals(quantity))
                .findFirst();
    }
}
