package org.zhuxi.notice.internal;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.zhuxi.kernel.Actor;
import org.zhuxi.notice.NoticePermissions;
import org.zhuxi.notice.NoticeRefused;
import org.zhuxi.notice.ReminderCall;
import org.zhuxi.notice.ReminderCalls;
import org.zhuxi.waste.Stations;

/** Today's calls for programs, such as a telephone system that speaks the words itself. */
@RestController
@RequestMapping("/api/v1/reminder-calls")
class ReminderCallsApi {

    private static final int ROWS = 100;

    private final ReminderCalls calls;
    private final Stations stations;
    private final SpokenReminder spoken;
    private final Audience audience;

    ReminderCallsApi(ReminderCalls calls, Stations stations, SpokenReminder spoken, Audience audience) {
        this.calls = calls;
        this.stations = stations;
        this.spoken = spoken;
        this.audience = audience;
    }

    /** @param words to be said, in the language asked for */
    record CallJson(UUID household, String door, String words, ReminderCall.@Nullable Outcome outcome) {}

    record Items(List<CallJson> items, @Nullable String next) {}

    record OutcomeJson(ReminderCall.@Nullable Outcome outcome) {}

    @GetMapping
    Items list(Actor actor, Locale locale, @RequestParam @Nullable String place, @RequestParam @Nullable UUID after) {
        var found = calls.list(actor, audience.scope(actor, NoticePermissions.CALL, place), ROWS, after);
        return new Items(found.items().stream().map(call -> json(call, locale)).toList(), found.next());
    }

    @PostMapping("/{household}/outcome")
    OutcomeJson note(Actor actor, @PathVariable UUID household, @RequestBody OutcomeJson body) {
        var outcome = body.outcome();
        if (outcome == null) {
            throw new NoticeRefused.Length("outcome", 1, 20);
        }
        calls.note(actor, household, outcome);
        return body;
    }

    private CallJson json(ReminderCall call, Locale locale) {
        var words = stations.find(call.station())
                .map(view -> spoken.of(view, locale))
                .orElse("");
        return new CallJson(call.household().id(), call.label(), words, call.outcome());
    }
}
