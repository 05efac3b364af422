package org.zhuxi.place;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What is wrong with imported lists, line by line; the first thousand are kept, all are counted. */
public final class RowProblems {

    private static final int MOST = 1_000;

    private final List<RowProblem> first = new ArrayList<>();
    private long count;

    /**
     * @param line from 1, the first line of the file; 0 when it is about the file as a whole
     * @param slug its words are the message {@code problem.<slug>}
     */
    public record RowProblem(String file, long line, String slug, List<Object> arguments) {

        public RowProblem {
            arguments = List.copyOf(arguments);
        }
    }

    public void add(String file, long line, String slug, Object... arguments) {
        count++;
        if (first.size() < MOST) {
            first.add(new RowProblem(file, line, slug, List.of(arguments)));
        }
    }

    public long count() {
        return count;
    }

    /** The first of them, in order of file and line. */
    public List<RowProblem> list() {
        return first.stream()
                .sorted(Comparator.comparing(RowProblem::file).thenComparingLong(RowProblem::line))
                .toList();
    }

    void throwIfAny() {
        if (count > 0) {
            throw new PlaceRefused.BadLists(this);
        }
    }
}
