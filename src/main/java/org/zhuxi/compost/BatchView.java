package org.zhuxi.compost;

import java.math.BigDecimal;
import java.util.List;
import org.zhuxi.compost.process.MassBalance;
import org.zhuxi.compost.process.QualityStandard;
import org.zhuxi.compost.process.Sanitisation;

/**
 * A batch with what follows from its log.
 *
 * @param waterKg of which water; part of what went in
 * @param unweighed entries by volume, which are not in the balance
 * @param sanitisation by each rule that fits the method
 * @param leftKg finished compost that was not handed out
 */
public record BatchView(
        Batch batch,
        CompostSite site,
        MassBalance balance,
        BigDecimal waterKg,
        BigDecimal madeKg,
        int unweighed,
        List<Sanitised> sanitisation,
        List<Tested> tests,
        List<Handout> handouts,
        BigDecimal leftKg) {

    /** What a rule says of the batch. */
    public record Sanitised(Sanitisation.Rule rule, Sanitisation.Judgement judgement) {}

    /** A test with its verdict. */
    public record Tested(QualityTest test, QualityStandard standard, QualityStandard.Verdict verdict) {}
}
