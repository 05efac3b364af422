package org.zhuxi.assessment.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.zhuxi.assessment.StandardFault;

/** Everything that is wrong in one text, found in one go, with the lines where it stands. */
final class Faults {

    private static final int MOST = 50;

    private final List<StandardFault> found = new ArrayList<>();
    private final Map<String, Integer> lines = new HashMap<>();

    void standsAt(String path, int line) {
        lines.put(path, line);
    }

    void add(String path, String slug, Object... arguments) {
        if (found.size() < MOST) {
            found.add(new StandardFault(lineOf(path), path, slug, List.of(arguments)));
        }
    }

    /** The line of a path, or of the nearest thing around it that has one. */
    private int lineOf(String path) {
        for (var at = path; ; at = at.substring(0, Math.max(at.lastIndexOf('.'), at.lastIndexOf('[')))) {
            var line = lines.get(at);
            if (line != null || at.isEmpty()) {
                return line == null ? 1 : line;
            }
            if (Math.max(at.lastIndexOf('.'), at.lastIndexOf('[')) < 0) {
                return lines.getOrDefault("", 1);
            }
        }
    }

    void require(boolean holds, String path, String slug, Object... arguments) {
        if (!holds) {
            add(path, slug, arguments);
        }
    }

    List<StandardFault> list() {
        return found.stream()
                .sorted(Comparator.comparingInt(StandardFault::line))
                .toList();
    }

    boolean isEmpty() {
        return found.isEmpty();
    }
}
