package org.zhuxi.report;

import org.zhuxi.kernel.Names;

/**
 * A case as somebody enters it; English may be empty.
 *
 * @param place code of a place from community to nation
 */
public record NewPracticeCase(String place, Names title, Names what, int year, String source) {

    /** Most characters of the title and the source. */
    public static final int WORDS = 300;

    /** Most characters of what was done. */
    public static final int TEXT = 2_000;
}
