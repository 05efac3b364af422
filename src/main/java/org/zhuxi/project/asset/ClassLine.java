package org.zhuxi.project.asset;

import org.jspecify.annotations.Nullable;

/**
 * How one kind of an inventory stands at a place.
 *
 * @param assets in use
 * @param sound good or fair at their last inspection
 * @param inspected those that were inspected at all
 * @param certifiedAbsent whether somebody answers for it that there are none
 */
public record ClassLine(
        AssetKind kind,
        long assets,
        long sound,
        long inspected,
        long overdue,
        long openFindings,
        boolean certifiedAbsent) {

    /** Whether all of them are sound; null when that is not known or there are none. */
    public @Nullable Boolean isGood() {
        return assets == 0 || inspected < assets ? null : (Boolean) (sound == assets);
    }
}
