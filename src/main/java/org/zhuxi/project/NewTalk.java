package org.zhuxi.project;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A talk as it is recorded.
 *
 * @param online whether people took part over the network
 * @param persons how many in which part; who is not named was not there
 * @param resolution what was agreed
 * @param votesFor null when nobody voted
 * @param link page of the talk, within this site or https; may be empty
 */
public record NewTalk(
        @Nullable LocalDate heldOn,
        @Nullable TalkForm form,
        @Nullable Boolean online,
        @Nullable String venue,
        @Nullable Map<TalkPart, Integer> persons,
        @Nullable String resolution,
        @Nullable Integer votesFor,
        @Nullable Integer votesAgainst,
        @Nullable Integer votesAbstain,
        @Nullable String link) {}
