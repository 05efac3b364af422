package org.zhuxi.notice;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.HouseholdRef;

/**
 * Something to tell the people of a household, or single people, once.
 *
 * @param household null when single people are told
 * @param subject what it is about, at most a hundred characters; the same kind about the same subject is told once
 * @param arguments of its words, in the order its kind says
 * @param link path of the page on which to go on
 */
public record Told(
        @Nullable HouseholdRef household, NotificationKind kind, String subject, List<String> arguments, String link) {

    public Told {
        arguments = List.copyOf(arguments);
    }
}
