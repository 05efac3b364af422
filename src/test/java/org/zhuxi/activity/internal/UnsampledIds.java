package org.zhuxi.activity.internal;

import java.util.UUID;
import java.util.stream.Stream;
import org.zhuxi.kernel.Ids;

/** Ids of records that no sample picks, for tests that need a record to stand at once. */
public final class UnsampledIds {

    /** More than any kind samples. */
    private static final int PERCENT = 20;

    private UnsampledIds() {}

    public static UUID next() {
        return Stream.generate(Ids::next)
                .filter(id -> !Screening.isSampled(id, PERCENT))
                .findFirst()
                .orElseThrow();
    }
}
