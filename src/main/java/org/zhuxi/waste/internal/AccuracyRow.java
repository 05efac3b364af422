package org.zhuxi.waste.internal;

import java.util.UUID;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.waste.AccuracyLine;
import org.zhuxi.waste.SortingTally;

/** Counts of one place or household: verified and provisional of the month, verified of the month before. */
public record AccuracyRow(
        String code,
        long households,
        long verifiedA,
        long verifiedGraded,
        long verifiedCorrect,
        long verifiedChecked,
        long provisionalA,
        long provisionalGraded,
        long provisionalCorrect,
        long provisionalChecked,
        long beforeHouseholds,
        long beforeA,
        long beforeGraded,
        long beforeCorrect,
        long beforeChecked) {

    public AccuracyLine toLine(String placeCode, Names name, PlacePath path) {
        return new AccuracyLine(
                placeCode,
                name,
                path,
                households,
                new SortingTally(verifiedA, verifiedGraded, verifiedCorrect, verifiedChecked),
                new SortingTally(provisionalA, provisionalGraded, provisionalCorrect, provisionalChecked),
                beforeHouseholds,
                new SortingTally(beforeA, beforeGraded, beforeCorrect, beforeChecked),
                false);
    }

    /** The household, where the code is the id of one. */
    public UUID household() {
        return UUID.fromString(code);
    }
}
