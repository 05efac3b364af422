package org.zhuxi.waste.internal.visit;

import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;
import org.zhuxi.kernel.Ids;
import org.zhuxi.waste.WasteRefused;
import org.zhuxi.waste.internal.Typed;
import org.zhuxi.waste.visit.NewVisit;
import org.zhuxi.waste.visit.Outcome;
import org.zhuxi.waste.visit.SortingSeen;
import org.zhuxi.waste.visit.Topic;

/** Reads what was tapped at a door. */
final class VisitForm {

    private static final int LONGEST = 300;

    private VisitForm() {}

    static NewVisit read(Typed form, UUID household, Instant now) {
        return new NewVisit(
                form.findId("id").orElseGet(Ids::next),
                household,
                form.findId("round").orElse(null),
                now,
                outcome(form),
                Arrays.stream(Topic.values())
                        .filter(topic -> form.has("topic_" + topic.name()))
                        .collect(Collectors.toSet()),
                form.has("leaflet"),
                form.has("kit"),
                Arrays.stream(SortingSeen.values())
                        .filter(seen -> form.is("sorting", seen.name()))
                        .findFirst()
                        .orElse(null),
                !form.has("noReturn"),
                form.findDay("followUpOn").orElse(null),
                form.words("question", LONGEST),
                form.words("note", LONGEST));
    }

    private static Outcome outcome(Typed form) {
        return Arrays.stream(Outcome.values())
                .filter(outcome -> form.is("outcome", outcome.name()))
                .findFirst()
                .orElseThrow(() -> new WasteRefused.Unreadable("outcome", "visit-outcome"));
    }
}
