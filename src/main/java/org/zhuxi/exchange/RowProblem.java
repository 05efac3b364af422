package org.zhuxi.exchange;

import java.util.List;

/**
 * What is wrong with a cell of an uploaded table.
 *
 * @param column empty when it is about the row as a whole
 * @param value what stands there
 * @param slug its words are the message {@code problem.<slug>}
 */
public record RowProblem(long line, int number, String column, String value, String slug, List<Object> arguments) {

    public RowProblem {
        arguments = List.copyOf(arguments);
    }
}
