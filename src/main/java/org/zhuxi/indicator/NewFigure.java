package org.zhuxi.indicator;

/**
 * A figure as somebody publishes it.
 *
 * @param place code of the place
 * @param period 2026 or 2026-09
 */
public record NewFigure(String indicator, String place, String period) {

    /** Most characters of the note of a correction. */
    public static final int NOTE = 500;
}
