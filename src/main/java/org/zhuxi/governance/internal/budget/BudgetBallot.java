package org.zhuxi.governance.internal.budget;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * A ballot.
 *
 * @param worth what each named project is worth to the voter, in the order named: 1 when approved, points, or for a ranking
 *     its length less the places above (Borda)
 */
public record BudgetBallot(SequencedMap<String, Long> worth) {

    public BudgetBallot {
        worth = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(worth));
    }

    public static BudgetBallot approving(List<String> projects) {
        var worth = new LinkedHashMap<String, Long>();
        projects.forEach(id -> worth.put(id, 1L));
        return new BudgetBallot(worth);
    }

    public static BudgetBallot ranking(List<String> projects) {
        var worth = new LinkedHashMap<String, Long>();
        projects.forEach(id -> worth.put(id, (long) projects.size() - worth.size()));
        return new BudgetBallot(worth);
    }
}
