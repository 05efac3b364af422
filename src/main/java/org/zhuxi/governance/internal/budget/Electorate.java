package org.zhuxi.governance.internal.budget;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/** An election made ready for the count: people with the same ballot are one group, for they always keep the same money. */
final class Electorate {

    final Election election;
    final int voters;
    final int[] sizes;
    final Backers[] backers;

    /** Who supports one project: groups, what it is worth to one of each, and sums over all. */
    record Backers(int[] groups, long[] worth, long votes, long score, long totalWorth) {}

    private Electorate(Election election, int[] sizes, Backers[] backers) {
        this.election = election;
        this.voters = election.ballots().size();
        this.sizes = sizes;
        this.backers = backers;
    }

    static Electorate of(Election election, Worth worth) {
        var counted = new LinkedHashMap<Map<String, Long>, Integer>();
        election.ballots().forEach(ballot -> counted.merge(ballot.worth(), 1, Integer::sum));
        var sizes = counted.values().stream().mapToInt(Integer::intValue).toArray();
        var index = new HashMap<String, Integer>();
        election.projects().forEach(project -> index.put(project.id(), index.size()));
        var found =
                IntStream.range(0, index.size()).mapToObj(i -> new Collected()).toList();
        var group = 0;
        for (var ballot : counted.keySet()) {
            for (var entry : ballot.entrySet()) {
                if (entry.getValue() > 0) {
                    found.get(Objects.requireNonNull(index.get(entry.getKey()))).add(group, entry.getValue());
                }
            }
            group++;
        }
        var backers = IntStream.range(0, index.size())
                .mapToObj(i ->
                        found.get(i).backers(worth, election.projects().get(i).cost(), sizes))
                .toArray(Backers[]::new);
        return new Electorate(election, sizes, backers);
    }

    int projects() {
        return backers.length;
    }

    long cost(int project) {
        return election.projects().get(project).cost();
    }

    long cost(Iterable<Integer> chosen) {
        var sum = 0L;
        for (var project : chosen) {
            sum = Math.addExact(sum, cost(project));
        }
        return sum;
    }

    /** Which of several equal ones goes first: the cheaper, the one with more votes, the one before in the lot. */
    Comparator<Integer> ties() {
        return Comparator.comparingLong((Integer project) -> cost(project))
                .thenComparing(Comparator.comparingLong((Integer project) -> backers[project].votes())
                        .reversed())
                .thenComparing(Comparator.naturalOrder());
    }

    private static final class Collected {
        private final List<Integer> groups = new ArrayList<>();
        private final List<Long> points = new ArrayList<>();

        void add(int group, long given) {
            groups.add(group);
            points.add(given);
        }

        Backers backers(Worth worth, long cost, int[] sizes) {
            var to = new long[groups.size()];
            var votes = 0L;
            var score = 0L;
            var total = 0L;
            for (var i = 0; i < to.length; i++) {
                var size = sizes[groups.get(i)];
                to[i] = switch (worth) {
                    case COST -> cost;
                    case ONE -> 1;
                    case POINTS -> points.get(i);
                };
                votes += size;
                score = Math.addExact(score, Math.multiplyExact(points.get(i), size));
                total = Math.addExact(total, Math.multiplyExact(to[i], size));
            }
            return new Backers(groups.stream().mapToInt(Integer::intValue).toArray(), to, votes, score, total);
        }
    }
}
