package org.zhuxi.assessment.internal;

import java.util.Optional;
import org.zhuxi.assessment.StandardVersion;

/** The standards a text may refer to. */
interface KnownStandards {

    /** The latest version in force, or else the latest that is known. */
    Optional<StandardVersion> latest(String code);

    /** A version that was published. */
    Optional<StandardVersion> find(String code, int version);

    /** Whether there is a place with this 12-digit code. */
    boolean isPlace(String code);
}
