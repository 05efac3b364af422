package org.zhuxi.sensing.tap;

import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the loads in the readings of a scale. */
public final class Loads {

    private static final int DECIMALS = 6;

    private Loads() {}

    /** @param readings in the order of their times, one a moment */
    public static List<TapFinding> of(Reckoning.Weighing rule, List<TapReading> readings) {
        var found = new ArrayList<TapFinding>();
        var load = new ArrayList<TapReading>();
        for (var reading : readings) {
            if (reading.value().compareTo(rule.least()) < 0) {
                settled(rule, load).ifPresent(found::add);
                load.clear();
            } else if (rule.settleSeconds() == 0) {
                found.add(finding(reading, reading));
            } else {
                load.add(reading);
            }
        }
        return found;
    }

    /** The heaviest weight at which a load stayed long enough; whoever adds to it is weighed with what was there. */
    private static Optional<TapFinding> settled(Reckoning.Weighing rule, List<TapReading> load) {
        var wait = Duration.ofSeconds(rule.settleSeconds());
        TapReading heaviest = null;
        var from = 0;
        for (var index = 0; index < load.size(); index++) {
            var reading = load.get(index);
            if (reading.value().subtract(load.get(from).value()).abs().compareTo(rule.tolerance()) > 0) {
                from = index;
            }
            var isSettled = Duration.between(load.get(from).at(), reading.at()).compareTo(wait) >= 0;
            if (isSettled && (heaviest == null || reading.value().compareTo(heaviest.value()) > 0)) {
                heaviest = reading;
            }
        }
        return heaviest == null ? Optional.empty() : Optional.of(finding(load.getFirst(), heaviest));
    }

    private static TapFinding finding(TapReading first, TapReading counted) {
        return new TapFinding(
                first.at().toString(),
                first.at(),
                counted.at(),
                counted.value().setScale(DECIMALS, RoundingMode.HALF_UP));
    }
}
