package org.zhuxi.portal.opendata;

import org.zhuxi.kernel.Problem;
import org.zhuxi.kernel.Refused;

/** Why open data is not given out as asked. */
abstract sealed class OpenDataRefused extends Refused {

    private OpenDataRefused(Problem problem) {
        super(problem);
    }

    /** What was asked for is no day. */
    static final class NoDay extends OpenDataRefused {
        NoDay(String typed) {
            super(Problem.ofField("from", "open-data-no-day", typed));
        }
    }
}
