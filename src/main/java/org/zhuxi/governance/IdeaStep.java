package org.zhuxi.governance;

import java.time.Instant;
import java.time.LocalDate;
import org.zhuxi.kernel.Names;

/** A step of an idea. @param words resolution or reason */
public record IdeaStep(IdeaStage stage, LocalDate on, String words, Instant at) {

    public Names names() {
        return stage.names();
    }
}
