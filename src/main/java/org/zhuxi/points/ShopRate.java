package org.zhuxi.points;

import java.time.LocalDate;

/**
 * What a point is worth to a shop.
 *
 * @param fenPerPoint 0 to 100,000 fen (0.01 yuan)
 */
public record ShopRate(LocalDate validFrom, long fenPerPoint) {

    public static final long MOST_FEN = 100_000;
}
