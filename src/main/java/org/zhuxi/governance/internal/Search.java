package org.zhuxi.governance.internal;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody looks for in a list, from the query of the address.
 *
 * @param place code of the place at or below which
 * @param q part of a title
 * @param after the last row of the page before
 */
record Search(
        @Nullable String place,
        @Nullable String q,
        @Nullable UUID after) {

    /** Everything in a place. */
    static Search in(String place) {
        return new Search(place, "", null);
    }
}
