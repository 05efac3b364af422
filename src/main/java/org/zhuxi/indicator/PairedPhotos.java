package org.zhuxi.indicator;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.zhuxi.kernel.PlacePath;

/** A module that keeps photos from the same point before and after; its pairs can stand beside lines of before and after. */
public interface PairedPhotos {

    /** Pairs that are whole, at or below a place, the latest first. */
    List<PhotoPair> at(PlacePath place, int limit);

    /** Those of these points that are still whole. */
    List<PhotoPair> of(Collection<UUID> ids);
}
