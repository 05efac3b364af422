package org.zhuxi.assessment;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.PlacePath;

/**
 * A standard being written. Its text is kept as it was typed, also while something is wrong with it.
 *
 * @param jurisdiction 12-digit code of the place it will hold in
 * @param revision rises with each change, so that two people never overwrite each other
 * @param standard what the text says, or null while something is wrong
 * @param faults everything that is wrong, by line
 */
public record StandardDraft(
        String code,
        int version,
        String jurisdiction,
        PlacePath path,
        String text,
        int revision,
        Instant editedAt,
        @Nullable StandardVersion standard,
        List<StandardFault> faults) {

    public StandardDraft {
        faults = List.copyOf(faults);
    }
}
