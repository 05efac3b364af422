package org.zhuxi.governance.internal.opinion;

import java.util.ArrayList;
import java.util.List;

/** Weighted k-means in the plane, begun with the first points that differ, so that it gives the same each time. */
final class Clusters {

    private static final double STILL = 0.01;

    private Clusters() {}

    /** @param centres of clusters that have members. @param of cluster of each point */
    record Result(double[][] centres, int[] of) {}

    static Result of(double[][] points, double[] weights, int most, int rounds) {
        var centres = start(points, most);
        var of = assign(points, centres);
        for (var round = 0; round < rounds; round++) {
            var moved = means(points, weights, of, centres.length);
            var isStill = moved.length == centres.length && largestMove(centres, moved) < STILL;
            centres = moved;
            of = assign(points, centres);
            if (isStill) {
                break;
            }
        }
        return new Result(centres, of);
    }

    private static double[][] start(double[][] points, int most) {
        var found = new ArrayList<double[]>();
        for (var point : points) {
            if (found.size() < most && found.stream().noneMatch(it -> it[0] == point[0] && it[1] == point[1])) {
                found.add(point.clone());
            }
        }
        return found.toArray(double[][]::new);
    }

    private static int[] assign(double[][] points, double[][] centres) {
        var of = new int[points.length];
        for (var i = 0; i < points.length; i++) {
            var least = Double.POSITIVE_INFINITY;
            for (var c = 0; c < centres.length; c++) {
                var far = distance(points[i], centres[c]);
                if (far < least) {
                    least = far;
                    of[i] = c;
                }
            }
        }
        return of;
    }

    /** Means of the members; a cluster without any vanishes. */
    private static double[][] means(double[][] points, double[] weights, int[] of, int count) {
        var sums = new double[count][3];
        for (var i = 0; i < points.length; i++) {
            sums[of[i]][0] += points[i][0] * weights[i];
            sums[of[i]][1] += points[i][1] * weights[i];
            sums[of[i]][2] += weights[i];
        }
        var means = new ArrayList<double[]>();
        for (var sum : sums) {
            if (sum[2] > 0) {
                means.add(new double[] {sum[0] / sum[2], sum[1] / sum[2]});
            }
        }
        return means.toArray(double[][]::new);
    }

    private static double largestMove(double[][] before, double[][] after) {
        var most = 0.0;
        for (var c = 0; c < before.length; c++) {
            most = Math.max(most, distance(before[c], after[c]));
        }
        return most;
    }

    /** How well each point lies in its cluster, on average; alone in a cluster counts zero. */
    static double silhouette(double[][] points, int[] of, int clusters) {
        var sum = 0.0;
        for (var i = 0; i < points.length; i++) {
            var far = new double[clusters];
            var members = new int[clusters];
            for (var j = 0; j < points.length; j++) {
                if (i != j) {
                    far[of[j]] += distance(points[i], points[j]);
                    members[of[j]]++;
                }
            }
            sum += fit(of[i], far, members);
        }
        return sum / points.length;
    }

    private static double fit(int own, double[] far, int[] members) {
        if (members[own] == 0) {
            return 0;
        }
        var inside = far[own] / members[own];
        var outside = Double.POSITIVE_INFINITY;
        for (var c = 0; c < far.length; c++) {
            if (c != own && members[c] > 0) {
                outside = Math.min(outside, far[c] / members[c]);
            }
        }
        var larger = Math.max(inside, outside);
        return larger == 0 || Double.isInfinite(outside) ? 0 : (outside - inside) / larger;
    }

    static double distance(double[] a, double[] b) {
        return Math.hypot(a[0] - b[0], a[1] - b[1]);
    }

    /** Points of each cluster, by index. */
    static List<List<Integer>> members(int[] of, int clusters) {
        var members = new ArrayList<List<Integer>>();
        for (var c = 0; c < clusters; c++) {
            members.add(new ArrayList<>());
        }
        for (var i = 0; i < of.length; i++) {
            members.get(of[i]).add(i);
        }
        return members;
    }
}
