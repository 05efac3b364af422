package org.zhuxi.project;

import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.Names;

/**
 * A project as somebody proposes it.
 *
 * @param place code of a place from nation to building
 * @param type code of a {@link ProjectType}
 * @param problem what is wrong now
 */
public record NewProject(
        @Nullable String place,
        @Nullable String type,
        @Nullable Names title,
        @Nullable Names problem,
        @Nullable Boolean oldEstate) {

    /** Most characters of a title. */
    public static final int TITLE = 100;

    /** Most characters of a longer text. */
    public static final int WORDS = 2_000;

    /** Most characters of a name, a reason or a number of a paper. */
    public static final int SHORT = 300;
}
