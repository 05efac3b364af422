package org.zhuxi.governance.internal.poll;

import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;

/**
 * An advisory poll in numbers.
 *
 * @param asked how many were asked
 * @param answered how many answered
 * @param chosen how often each option was chosen, by its number from 1
 */
public record PollTally(int asked, int answered, SequencedMap<Integer, Integer> chosen) {

    /** Counts ballots that name options by number; each counts once in a ballot. */
    public static PollTally of(int asked, int options, List<List<Integer>> ballots) {
        var chosen = new TreeMap<Integer, Integer>();
        for (var option = 1; option <= options; option++) {
            chosen.put(option, 0);
        }
        for (var ballot : ballots) {
            ballot.stream().distinct().forEach(option -> {
                if (chosen.computeIfPresent(option, (any, times) -> times + 1) == null) {
                    throw new IllegalArgumentException("No such option: " + option);
                }
            });
        }
        return new PollTally(asked, ballots.size(), chosen);
    }
}
