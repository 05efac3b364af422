package org.zhuxi.governance.internal;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.zhuxi.governance.Idea;

/** Finds ideas that sound alike, by the pairs of letters their titles share (Dice's coefficient). */
public final class Alike {

    private static final double NEAR = 0.3;
    private static final int MOST = 5;

    private Alike() {}

    public static List<Idea> nearest(String title, List<Idea> ideas) {
        var pairs = pairs(title);
        return ideas.stream()
                .filter(idea -> likeness(pairs, pairs(idea.title())) >= NEAR)
                .sorted(Comparator.comparingDouble((Idea idea) -> likeness(pairs, pairs(idea.title())))
                        .reversed())
                .limit(MOST)
                .toList();
    }

    /** Twice the shared pairs by all pairs: 1 for the same title, 0 for nothing in common. */
    static double likeness(Set<String> one, Set<String> other) {
        var both = new HashSet<>(one);
        both.retainAll(other);
        return one.isEmpty() && other.isEmpty() ? 0 : 2.0 * both.size() / (one.size() + other.size());
    }

    static Set<String> pairs(String title) {
        var letters = title.toLowerCase(Locale.ROOT).replaceAll("[\\s\\p{Punct}，。、；：？！“”（）]", "");
        var pairs = new HashSet<String>();
        for (var i = 0; i + 2 <= letters.length(); i++) {
            pairs.add(letters.substring(i, i + 2));
        }
        return pairs;
    }
}
