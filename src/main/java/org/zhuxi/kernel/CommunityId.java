package org.zhuxi.kernel;

/**
 * The number of a community (社区 or 村) inside this system. It outlives renamed and merged division codes, and it is the
 * first column of every growing table, so that a cluster can keep each community's rows together.
 */
public record CommunityId(int value) implements Comparable<CommunityId> {

    public CommunityId {
        if (value <= 0) {
            throw new IllegalArgumentException("A community id is positive: " + value);
        }
    }

    @Override
    public int compareTo(CommunityId other) {
        return Integer.compare(value, other.value);
    }
}
