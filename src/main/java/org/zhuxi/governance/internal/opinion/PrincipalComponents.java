package org.zhuxi.governance.internal.opinion;

import java.util.stream.IntStream;

/** The first two principal components of a table, by power iteration. */
final class PrincipalComponents {

    private static final int MOST_ROUNDS = 100;

    private PrincipalComponents() {}

    /** @param centre mean of each column. @param axes two unit vectors, or zero vectors where nothing varies */
    record Result(double[] centre, double[][] axes) {}

    static Result of(double[][] table, int columns) {
        var centre = new double[columns];
        for (var row : table) {
            for (var j = 0; j < columns; j++) {
                centre[j] += row[j] / table.length;
            }
        }
        var rest = new double[table.length][];
        for (var i = 0; i < table.length; i++) {
            rest[i] = new double[columns];
            for (var j = 0; j < columns; j++) {
                rest[i][j] = table[i][j] - centre[j];
            }
        }
        var start = IntStream.range(0, columns).mapToDouble(j -> 1.0 / (j + 1)).toArray();
        var first = axis(rest, start, MOST_ROUNDS);
        deflate(rest, first);
        return new Result(centre, new double[][] {first, axis(rest, start, MOST_ROUNDS)});
    }

    /** The direction in which the rows vary most. */
    static double[] axis(double[][] rows, double[] start, int rounds) {
        var axis = start.clone();
        var before = -1.0;
        for (var round = 0; round < rounds; round++) {
            var next = new double[axis.length];
            for (var row : rows) {
                var along = dot(row, axis);
                for (var j = 0; j < next.length; j++) {
                    next[j] += along * row[j];
                }
            }
            var norm = Math.sqrt(dot(next, next));
            if (norm == 0) {
                return next;
            }
            for (var j = 0; j < next.length; j++) {
                axis[j] = next[j] / norm;
            }
            if (norm == before) {
                break;
            }
            before = norm;
        }
        return axis;
    }

    private static void deflate(double[][] rows, double[] axis) {
        for (var row : rows) {
            var along = dot(row, axis);
            for (var j = 0; j < row.length; j++) {
                row[j] -= along * axis[j];
            }
        }
    }

    static double dot(double[] a, double[] b) {
        var sum = 0.0;
        for (var j = 0; j < a.length; j++) {
            sum += a[j] * b[j];
        }
        return sum;
    }
}
