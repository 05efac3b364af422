package org.zhuxi.assessment;

import java.util.List;

/**
 * What is wrong in the text of a standard, and where; its words are the message {@code assessment.fault.<slug>}.
 *
 * @param line from 1
 * @param path such as {@code criteria[3].points}; empty for the whole
 */
public record StandardFault(int line, String path, String slug, List<Object> arguments) {

    public StandardFault {
        arguments = List.copyOf(arguments);
    }
}
