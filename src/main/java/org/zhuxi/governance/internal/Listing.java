package org.zhuxi.governance.internal;

import java.util.List;
import org.zhuxi.kernel.Slice;
import org.zhuxi.place.Place;
import org.zhuxi.platform.web.Links;

/**
 * A page of a list as it is shown.
 *
 * @param path address of the list; its entries are below
 * @param place where it was looked
 * @param q the words that were looked for
 */
public record Listing<T>(String path, Place place, String q, Slice<T> found) {

    public List<T> items() {
        return found.items();
    }

    /** Address of the next page; empty on the last one. */
    public String next() {
        var next = found.next();
        return next == null ? "" : Links.to(path, "place", place.code(), "q", q, "after", next);
    }

    /** Address of the whole list as CSV. */
    public String csv() {
        return Links.to(path + ".csv", "place", place.code(), "q", q);
    }
}
