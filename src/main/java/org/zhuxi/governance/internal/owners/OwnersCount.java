package org.zhuxi.governance.internal.owners;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts a joint decision of owners in whole numbers: Civil Code article 278, paragraph 2. */
public final class OwnersCount {

    private OwnersCount() {}

    /** Thrown when one owner agrees with one unit and not with another. */
    public static final class SplitHead extends RuntimeException {
        SplitHead(String head) {
            super("Different ballots for units of one owner: " + head);
        }
    }

    /** Thrown for a ballot of a unit that is not in the roll, or a roll that names a unit twice. */
    public static final class WrongRoll extends RuntimeException {
        WrongRoll(String unit) {
            super("Not once in the roll: " + unit);
        }
    }

    /**
     * Counts. An owner takes part with all his area as soon as one of his units has a ballot.
     *
     * @param ballots by unit
     * @throws SplitHead when ballots of one owner differ
     * @throws WrongRoll when a ballot belongs to no unit
     */
    public static OwnersTally count(boolean isSpecial, List<OwnedUnit> roll, Map<String, Consent> ballots) {
        var area = new HashMap<String, Long>();
        var headOf = new HashMap<String, String>();
        for (var unit : roll) {
            area.merge(unit.head(), unit.areaCentiM2(), Math::addExact);
            if (headOf.put(unit.id(), unit.head()) != null) {
                throw new WrongRoll(unit.id());
            }
        }
        var said = heads(headOf, ballots).entrySet().stream()
                .map(it -> new Head(area.getOrDefault(it.getKey(), 0L), it.getValue()))
                .toList();
        var total = area.values().stream().reduce(0L, Math::addExact);
        return count(isSpecial, total, area.size(), said);
    }

    private static Map<String, Consent> heads(Map<String, String> headOf, Map<String, Consent> ballots) {
        var said = new HashMap<String, Consent>();
        ballots.forEach((unit, consent) -> {
            var head = headOf.get(unit);
            if (head == null) {
                throw new WrongRoll(unit);
            }
            var before = said.put(head, consent);
            if (before != null && before != consent) {
                throw new SplitHead(head);
            }
        });
        return said;
    }

    /** One head that takes part, with all its area. */
    public record Head(long areaCentiM2, Consent consent) {}

    /** Counts heads that take part, of so many with so much area in all. */
    public static OwnersTally count(boolean isSpecial, long totalArea, int totalHeads, List<Head> said) {
        var part = new Sum();
        var yes = new Sum();
        var no = new Sum();
        for (var head : said) {
            part.add(head.areaCentiM2());
            switch (head.consent()) {
                case YES -> yes.add(head.areaCentiM2());
                case NO -> no.add(head.areaCentiM2());
                case ABSTAIN -> {
                    // takes part, says neither
                }
            }
        }
        return new OwnersTally(
                isSpecial, totalArea, totalHeads, part.area, part.heads, yes.area, yes.heads, no.area, no.heads);
    }

    private static final class Sum {
        private long area;
        private int heads;

        void add(long areaCentiM2) {
            area = Math.addExact(area, areaCentiM2);
            heads++;
        }
    }
}
