package org.zhuxi.assessment;

import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.zhuxi.assessment.internal.Judging;
import org.zhuxi.assessment.internal.Totalling;

/** Holds findings against a standard. A pure function of what it is given: the same findings give the same sheet for ever. */
@Service
public class Scoring {

    /**
     * Scores on verified evidence.
     *
     * @param findings by code of the criterion; a criterion without one is not assessed
     * @param asOf the day on which evidence must not be too old
     */
    public ScoreSheet score(StandardVersion standard, Map<String, Finding> findings, LocalDate asOf) {
        return score(standard, findings, asOf, Proof.VERIFIED);
    }

    /** Scores on the evidence that counts. */
    public ScoreSheet score(StandardVersion standard, Map<String, Finding> findings, LocalDate asOf, Proof proof) {
        var judging = new Judging(asOf, proof);
        var results = standard.criteria().stream()
                .map(criterion -> judging.judge(criterion, findings.getOrDefault(criterion.code(), Finding.NOTHING)))
                .toList();
        return new Totalling(standard, results).sheet();
    }
}
