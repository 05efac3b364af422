package org.zhuxi.governance.internal.opinion;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A map of opinions: people who answered alike lie near each other and form groups. The method is that of Polis
 * (Small et al., 2021).
 *
 * @param places where each participant lies; two numbers
 * @param groups group of each participant, from 0, or −1 for whoever has answered too little
 * @param silhouette how clearly the groups are apart, −1 to 1
 * @param standings how each group stands to each statement
 */
public record OpinionMap(double[][] places, int[] groups, double silhouette, List<List<Standing>> standings) {

    private static final int ENOUGH_ANSWERS = 7;
    private static final int FEWEST = 15;
    private static final int BASE_CLUSTERS = 100;
    private static final int BASE_ROUNDS = 100;
    private static final int GROUP_ROUNDS = 20;
    private static final int MOST_GROUPS = 5;
    private static final int CLUSTERS_A_GROUP = 12;
    private static final int TOP = 5;

    /** Fewest participants and fewest statements for which groups are shown. */
    public static final int PARTICIPANTS_SHOWN = 20;

    public static final int STATEMENTS_SHOWN = 10;

    /** A statement with a score. */
    public record Scored(int statement, boolean agreeing, double score) {}

    public static OpinionMap of(OpinionTable table) {
        var components = PrincipalComponents.of(table.filled(), table.statements());
        var places = project(table, components);
        var inside = participants(table);
        var points = inside.stream().map(i -> places[i]).toArray(double[][]::new);
        var grouped = groups(points);
        var groups = new int[places.length];
        Arrays.fill(groups, -1);
        for (var i = 0; i < inside.size(); i++) {
            groups[inside.get(i)] = grouped.of()[i];
        }
        return new OpinionMap(places, groups, grouped.silhouette(), standings(table, groups, grouped.count()));
    }

    private static double[][] project(OpinionTable table, PrincipalComponents.Result components) {
        var counted = table.counted();
        var places = new double[counted.length][2];
        for (var i = 0; i < counted.length; i++) {
            var scale = Math.sqrt((double) table.statements() / Math.max(1, OpinionTable.given(counted[i])));
            for (var j = 0; j < table.statements(); j++) {
                if (!Double.isNaN(counted[i][j])) {
                    var off = counted[i][j] - components.centre()[j];
                    places[i][0] += scale * off * components.axes()[0][j];
                    places[i][1] += scale * off * components.axes()[1][j];
                }
            }
        }
        return places;
    }

    private static List<Integer> participants(OpinionTable table) {
        var enough = Math.min(ENOUGH_ANSWERS, table.statements());
        var inside = new ArrayList<>(IntStream.range(0, table.votes().length)
                .filter(i -> table.said(i) >= enough)
                .boxed()
                .toList());
        IntStream.range(0, table.votes().length)
                .boxed()
                .filter(i -> table.said(i) < enough)
                .sorted(Comparator.comparingInt(table::said).reversed())
                .limit(Math.max(0, FEWEST - inside.size()))
                .forEach(inside::add);
        inside.sort(Comparator.naturalOrder());
        return inside;
    }

    private record Grouped(int[] of, int count, double silhouette) {}

    private static Grouped groups(double[][] points) {
        var ones = new double[points.length];
        Arrays.fill(ones, 1);
        var base = Clusters.of(points, ones, BASE_CLUSTERS, BASE_ROUNDS);
        var weights = new double[base.centres().length];
        for (var cluster : base.of()) {
            weights[cluster]++;
        }
        var most = Math.min(MOST_GROUPS, 2 + base.centres().length / CLUSTERS_A_GROUP);
        var best = new Grouped(new int[points.length], Math.min(1, points.length), Double.NEGATIVE_INFINITY);
        for (var k = 2; k <= most && base.centres().length >= k; k++) {
            var tried = Clusters.of(base.centres(), weights, k, GROUP_ROUNDS);
            var silhouette = Clusters.silhouette(base.centres(), tried.of(), tried.centres().length);
            if (silhouette >= best.silhouette()) {
                var of = Arrays.stream(base.of())
                        .map(cluster -> tried.of()[cluster])
                        .toArray();
                best = new Grouped(of, tried.centres().length, silhouette);
            }
        }
        return best;
    }

    private static List<List<Standing>> standings(OpinionTable table, int[] groups, int count) {
        var counts = new int[count][table.statements()][3];
        for (var i = 0; i < groups.length; i++) {
            for (var j = 0; groups[i] >= 0 && j < table.statements(); j++) {
                var vote = table.votes()[i][j];
                if (!Double.isNaN(vote)) {
                    var cell = counts[groups[i]][j];
                    cell[0] += vote > 0 ? 1 : 0;
                    cell[1] += vote < 0 ? 1 : 0;
                    cell[2]++;
                }
            }
        }
        return Arrays.stream(counts)
                .map(group -> Arrays.stream(group)
                        .map(it -> new Standing(it[0], it[1], it[2]))
                        .toList())
                .toList();
    }

    /** How many groups there are. */
    public int count() {
        return standings.size();
    }

    /** How many participants are in a group. */
    public int size(int group) {
        return (int) Arrays.stream(groups).filter(it -> it == group).count();
    }

    /** What all groups agree on, or all disagree with, the clearest first: the product of the probabilities in each group. */
    public List<Scored> consensus(boolean agreeing) {
        if (standings.isEmpty()) {
            return List.of();
        }
        return IntStream.range(0, standings.getFirst().size())
                .mapToObj(statement -> new Scored(
                        statement,
                        agreeing,
                        standings.stream()
                                .mapToDouble(group -> group.get(statement).probability(agreeing))
                                .reduce(1, (a, b) -> a * b)))
                .sorted(Comparator.comparingDouble(Scored::score).reversed())
                .toList();
    }

    /** What sets a group apart, at most five, agreements first. */
    public List<Scored> typical(int group) {
        var sufficient = new ArrayList<Scored>();
        for (var statement = 0; statement < standings.get(group).size(); statement++) {
            var own = standings.get(group).get(statement);
            var others = others(group, statement);
            if (own.isSignificant(true, others) || own.isSignificant(false, others)) {
                var agreeing = own.ratioTest(true, others) > own.ratioTest(false, others);
                sufficient.add(new Scored(statement, agreeing, own.weight(agreeing, others)));
            }
        }
        return sufficient.stream()
                .sorted(Comparator.comparingDouble(Scored::score).reversed())
                .limit(TOP)
                .sorted(Comparator.comparing(Scored::agreeing).reversed())
                .toList();
    }

    private Standing others(int group, int statement) {
        var sum = new Standing(0, 0, 0);
        for (var other = 0; other < standings.size(); other++) {
            if (other != group) {
                sum = sum.plus(standings.get(other).get(statement));
            }
        }
        return sum;
    }
}
