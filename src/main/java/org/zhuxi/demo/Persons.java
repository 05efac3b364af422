package org.zhuxi.demo;

import java.util.SplittableRandom;

/** Spreads the people of a community over its households so that they add up exactly to the printed total. */
final class Persons {

    private static final int MOST = 7;

    private Persons() {}

    /**
     * Persons of each household, 1 to 7.
     *
     * @param total what they must add up to, from {@code households} to seven times as many
     */
    static int[] spread(int total, int households, long seed) {
        if (total < households || total > households * MOST) {
            throw new IllegalArgumentException(total + " persons do not fit into " + households + " households");
        }
        var random = new SplittableRandom(seed);
        var persons = new int[households];
        java.util.Arrays.fill(persons, 1);
        for (var left = total - households; left > 0; ) {
            var one = random.nextInt(households);
            if (persons[one] < MOST && random.nextInt(MOST) >= persons[one]) {
                persons[one]++;
                left--;
            }
        }
        return persons;
    }
}
