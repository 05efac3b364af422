package org.zhuxi.governance.internal.opinion;

import java.util.Arrays;
import java.util.Set;

/**
 * Who said what to which statement.
 *
 * @param votes a row for each participant: 1 agree, −1 disagree, 0 pass, NaN not seen
 * @param statements how many columns there are
 * @param hidden columns that were taken out by moderation; they count as passed
 */
public record OpinionTable(double[][] votes, int statements, Set<Integer> hidden) {

    public OpinionTable {
        hidden = Set.copyOf(hidden);
        for (var row : votes) {
            if (row.length != statements) {
                throw new IllegalArgumentException("A row of another length");
            }
        }
    }

    /** The table that counts: hidden columns are zero. */
    double[][] counted() {
        var counted = new double[votes.length][];
        for (var i = 0; i < votes.length; i++) {
            counted[i] = votes[i].clone();
            for (var column : hidden) {
                counted[i][column] = 0;
            }
        }
        return counted;
    }

    /** The same with what was not seen replaced by the mean of its column. */
    double[][] filled() {
        var filled = counted();
        for (var j = 0; j < statements; j++) {
            var sum = 0.0;
            var seen = 0;
            for (var row : filled) {
                if (!Double.isNaN(row[j])) {
                    sum += row[j];
                    seen++;
                }
            }
            var mean = seen == 0 ? 0 : sum / seen;
            for (var row : filled) {
                if (Double.isNaN(row[j])) {
                    row[j] = mean;
                }
            }
        }
        return filled;
    }

    int said(int participant) {
        return given(votes[participant]);
    }

    /** How many answers stand in a row. */
    static int given(double[] row) {
        return (int) Arrays.stream(row).filter(vote -> !Double.isNaN(vote)).count();
    }
}
