package org.zhuxi.indicator;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.PlacePath;

/**
 * An indicator opened at a place and period.
 *
 * @param value from what is verified
 * @param withWaiting what it would be if all that waits were verified as it is
 * @param terms the measures it is reckoned from
 * @param parts the same for the places directly below
 * @param trend the same for the periods up to this one, the oldest first
 * @param peers the same at places of the same kind, the best first; empty where there are none
 * @param targets baselines and targets that hold for the place
 */
public record IndicatorView(
        IndicatorDefinition definition,
        At at,
        Reckoned value,
        Reckoned withWaiting,
        List<TermValue> terms,
        List<Part> parts,
        Trend trend,
        List<Part> peers,
        @Nullable Names peerKind,
        List<TargetView> targets) {

    public IndicatorView {
        terms = List.copyOf(terms);
        parts = List.copyOf(parts);
        peers = List.copyOf(peers);
        targets = List.copyOf(targets);
    }

    /** Where and when. */
    public record At(PlacePath path, String code, Names name, ReportPeriod period) {}

    /** The same indicator at another place. */
    public record Part(PlacePath path, String code, Names name, Reckoned value, List<TermValue> terms) {

        public Part {
            terms = List.copyOf(terms);
        }

        /** Whether it has a page of its own, which buildings do not have. */
        public boolean opens() {
            return code.length() == 12;
        }
    }

    /** Whether the verified terms of the parts add up to those of the whole; true as well when there are no parts. */
    public boolean addsUp() {
        if (parts.isEmpty() || parts.stream().anyMatch(part -> isWithheld(part.value()))) {
            return true;
        }
        return terms.stream().allMatch(term -> {
            var sum = parts.stream()
                    .flatMap(part -> part.terms().stream())
                    .filter(part -> part.measure().code().equals(term.measure().code()))
                    .map(TermValue::verified)
                    .filter(java.util.Objects::nonNull)
                    .reduce(java.math.BigDecimal.ZERO, java.math.BigDecimal::add);
            var whole = term.verified();
            return sum.compareTo(whole == null ? java.math.BigDecimal.ZERO : whole) == 0;
        });
    }

    private static boolean isWithheld(Reckoned value) {
        return value instanceof Reckoned.None none && none.reason() == Reckoned.Reason.WITHHELD;
    }
}
