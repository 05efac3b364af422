package org.zhuxi.request;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What of a list is wanted.
 *
 * @param words part of the released words, or for staff of the words; empty for all
 * @param service its code; empty for all
 * @param state null for all
 * @param open only those that have not ended
 * @param late only those that are overdue
 * @param assignee only those of this person, or null
 */
public record RequestFilter(
        String words,
        String service,
        @Nullable RequestState state,
        boolean open,
        boolean late,
        @Nullable UUID assignee) {

    public static final RequestFilter ALL = new RequestFilter("", "", null, false, false, null);
}
