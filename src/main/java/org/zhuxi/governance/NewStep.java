package org.zhuxi.governance;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A step of an idea as somebody takes it.
 *
 * @param words the resolution, the reason, or the result; needed where people want to know why
 * @param link the idea it is merged into, the decision, or the project that carries it out; null where there is none
 */
public record NewStep(
        @Nullable IdeaStage stage,
        @Nullable String words,
        @Nullable UUID link) {}
