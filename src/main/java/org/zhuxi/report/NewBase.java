package org.zhuxi.report;

import java.time.LocalDate;
import org.zhuxi.kernel.Names;

/**
 * A demonstration base as somebody enters it; English may be empty.
 *
 * @param place code of the place
 */
public record NewBase(String place, Names name, Names theme, LocalDate openedOn, String source) {

    /** Most characters of a text. */
    public static final int WORDS = 300;
}
