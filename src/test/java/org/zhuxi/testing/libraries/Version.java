package org.zhuxi.testing.libraries;

import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A version as Maven orders it: numbers as numbers, alphas and the like before the release, other words after it. {@code 1.0} and
 * {@code 1.0.0.Final} are of the same order without being equal.
 */
record Version(String text) implements Comparable<Version> {

    private static final Pattern PART = Pattern.compile("\\d+|[a-z]+");
    private static final Set<String> SAYS_NOTHING = Set.of("final", "ga", "release");
    private static final Set<String> BEFORE_THE_RELEASE = Set.of(
            "a",
            "alpha",
            "b",
            "beta",
            "canary",
            "cr",
            "dev",
            "ea",
            "m",
            "milestone",
            "nightly",
            "pre",
            "preview",
            "rc",
            "snapshot");

    /** Whether it is meant for everybody, and no trial before a release. */
    boolean isRelease() {
        return parts().stream().noneMatch(BEFORE_THE_RELEASE::contains);
    }

    @Override
    public int compareTo(Version other) {
        var mine = parts();
        var theirs = other.parts();
        for (int i = 0; i < Math.max(mine.size(), theirs.size()); i++) {
            int order = compare(partAt(mine, i), partAt(theirs, i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private List<String> parts() {
        return PART.matcher(text.toLowerCase(Locale.ROOT))
                .results()
                .map(MatchResult::group)
                .filter(part -> !SAYS_NOTHING.contains(part))
                .toList();
    }

    private static String partAt(List<String> parts, int i) {
        return i < parts.size() ? parts.get(i) : "0";
    }

    private static int compare(String one, String other) {
        int order = Integer.compare(rank(one), rank(other));
        if (order != 0) {
            return order;
        }
        return isNumber(one) ? new BigInteger(one).compareTo(new BigInteger(other)) : one.compareTo(other);
    }

    private static int rank(String part) {
        if (isNumber(part)) {
            return new BigInteger(part).signum() == 0 ? 1 : 3;
        }
        return BEFORE_THE_RELEASE.contains(part) ? 0 : 2;
    }

    private static boolean isNumber(String part) {
        return Character.isDigit(part.charAt(0));
    }
}
