package org.zhuxi.activity.internal;

import java.util.UUID;
import org.zhuxi.kernel.Problem;

/** What screening makes of a submission. */
sealed interface Screened permits Draft, Screened.Refusal {

    UUID id();

    /** It is wrong by itself. */
    record Refusal(UUID id, Problem problem) implements Screened {}
}
