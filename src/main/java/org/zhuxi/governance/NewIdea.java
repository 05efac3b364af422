package org.zhuxi.governance;

import org.jspecify.annotations.Nullable;

/**
 * An idea as somebody types it.
 *
 * @param place code of a community, quarter or building
 */
public record NewIdea(
        @Nullable String place,
        @Nullable String title,
        @Nullable String words) {

    /** Most characters of a title. */
    public static final int TITLE = 100;

    /** Most characters of a longer text. */
    public static final int WORDS = 2_000;

    /** Most characters of a reason or a name. */
    public static final int SHORT = 300;
}
