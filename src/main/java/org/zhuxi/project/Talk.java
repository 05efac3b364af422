package org.zhuxi.project;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How a project was talked over. @param link to the talk itself; may be empty */
public record Talk(
        UUID id,
        LocalDate heldOn,
        TalkForm form,
        boolean online,
        String venue,
        Map<TalkPart, Integer> persons,
        String resolution,
        @Nullable Integer votesFor,
        @Nullable Integer votesAgainst,
        @Nullable Integer votesAbstain,
        String link) {

    public Talk {
        persons = Map.copyOf(persons);
    }

    public int allPersons() {
        return persons.values().stream().mapToInt(Integer::intValue).sum();
    }
}
