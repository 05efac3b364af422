package org.zhuxi.request;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.GeoPoint;

/**
 * A request as somebody reports it.
 *
 * @param id made by the client, so that sending again counts once
 * @param secret known to the sender alone, who is told the code again for it; null where only an account is known again
 * @param place code of a community, building or site, or a plate
 * @param phone may be left out where the service may be reported anonymously
 * @param answers to the extra questions, by code
 * @param isNew whether the sender has seen what was reported nearby and says that this is something else
 */
public record NewRequest(
        UUID id,
        @Nullable String secret,
        @Nullable String place,
        @Nullable String service,
        @Nullable String words,
        @Nullable String where,
        @Nullable GeoPoint location,
        @Nullable String phone,
        @Nullable Map<String, List<String>> answers,
        RequestSource source,
        boolean isNew) {

    /** The answers to one question. */
    public List<String> answersTo(String attribute) {
        return answers == null ? List.of() : Objects.requireNonNullElse(answers.get(attribute), List.of());
    }
}
