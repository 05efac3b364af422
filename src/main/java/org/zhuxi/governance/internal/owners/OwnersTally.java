package org.zhuxi.governance.internal.owners;

/**
 * A joint decision of owners in numbers; areas in hundredths of a square metre.
 *
 * @param isSpecial whether three quarters are needed instead of more than half
 */
public record OwnersTally(
        boolean isSpecial,
        long totalArea,
        int totalHeads,
        long partArea,
        int partHeads,
        long yesArea,
        int yesHeads,
        long noArea,
        int noHeads) {

    /** Whether owners of at least two thirds of the area and at least two thirds of the heads took part. */
    public boolean quorum() {
        return Math.multiplyExact(3L, partArea) >= Math.multiplyExact(2L, totalArea)
                && 3L * partHeads >= 2L * totalHeads;
    }

    /** Whether enough of those taking part agree, in area and in heads. */
    public boolean majority() {
        return isSpecial
                ? Math.multiplyExact(4L, yesArea) >= Math.multiplyExact(3L, partArea) && 4L * yesHeads >= 3L * partHeads
                : Math.multiplyExact(2L, yesArea) > partArea && 2L * yesHeads > partHeads;
    }

    public boolean adopted() {
        return partHeads > 0 && quorum() && majority();
    }

    public long abstainArea() {
        return partArea - yesArea - noArea;
    }

    public int abstainHeads() {
        return partHeads - yesHeads - noHeads;
    }
}
