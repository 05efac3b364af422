package org.zhuxi.activity.internal;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.zhuxi.activity.Activities;
import org.zhuxi.activity.Activity;
import org.zhuxi.activity.ActivityDetail;
import org.zhuxi.activity.ActivityRefused;
import org.zhuxi.activity.Decision;
import org.zhuxi.activity.Kinds;
import org.zhuxi.kernel.Actor;
import org.zhuxi.transparency.ReceiptResponse;

/** Shows records to programs and takes decisions from them. */
@RestController
@RequestMapping("/api/v1/activities")
class ActivitiesApi {

    private static final int USUAL_ROWS = 100;

    private final Activities activities;
    private final FilterReader filters;
    private final Kinds kinds;

    ActivitiesApi(Activities activities, FilterReader filters, Kinds kinds) {
        this.activities = activities;
        this.filters = filters;
        this.kinds = kinds;
    }

    record Quantity(BigDecimal value, String unit) {}

    /** @param place path */
    record Item(
            UUID id,
            String kind,
            String place,
            @Nullable UUID household,
            @Nullable UUID site,
            Instant occurredAt,
            LocalDate day,
            Map<String, Quantity> quantities,
            @Nullable String grade,
            @Nullable String note,
            UUID recordedBy,
            Instant recordedAt,
            String state,
            @Nullable UUID supersedes) {}

    record Items(List<Item> items, @Nullable String next) {}

    record Attached(String sha256, String mime, long bytes, String href) {}

    record Decided(String decision, String reason, UUID by, Instant at) {}

    record Detail(
            Item activity,
            @Nullable String waits,
            @Nullable String verifiedBy,
            List<Attached> evidence,
            List<Decided> decisions,
            @Nullable UUID supersededBy) {}

    /** @param decision verified or rejected */
    record Verification(@Nullable String decision, @Nullable String reason) {}

    record Reversal(@Nullable String reason) {}

    @GetMapping
    Items list(
            Actor actor,
            @RequestParam Map<String, String> query,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after) {
        var found = activities.list(actor, filters.read(query), limit == null ? USUAL_ROWS : limit, after);
        return new Items(found.items().stream().map(this::item).toList(), found.next());
    }

    @GetMapping("/{id}")
    Detail get(Actor actor, @PathVariable UUID id) {
        return detail(activities.detail(actor, id));
    }

    /** The receipt as {@code c2sp.org/tlog-proof@v1}, or 202 while the record waits for its place in the log. */
    @GetMapping("/{id}/receipt")
    ResponseEntity<Object> receipt(Actor actor, @PathVariable UUID id) {
        return ReceiptResponse.of(activities.receipt(actor, id));
    }

    @PostMapping("/{id}/verification")
    Item verify(Actor actor, @PathVariable UUID id, @RequestBody Verification verification) {
        var accepted = accepted(verification.decision());
        return item(activities.verify(actor, id, accepted, words(verification.reason())));
    }

    @PostMapping("/{id}/reversal")
    Item reverse(Actor actor, @PathVariable UUID id, @RequestBody Reversal reversal) {
        return item(activities.reverse(actor, id, words(reversal.reason())));
    }

    private static boolean accepted(@Nullable String decision) {
        return switch (decision == null ? "" : decision.toLowerCase(Locale.ROOT)) {
            case "verified" -> true;
            case "rejected" -> false;
            default -> throw new ActivityRefused.Unreadable("decision");
        };
    }

    private static String words(@Nullable String reason) {
        return reason == null ? "" : reason;
    }

    private Detail detail(ActivityDetail detail) {
        var id = detail.activity().id();
        return new Detail(
                item(detail.activity()),
                detail.waits() == null ? null : lower(detail.waits()),
                detail.verifiedBy() == null ? null : detail.verifiedBy().toLowerCase(Locale.ROOT),
                detail.evidence().stream()
                        .map(file -> new Attached(
                                file.sha256(), file.mime(), file.bytes(), EvidencePages.address(id, file.sha256())))
                        .toList(),
                detail.decisions().stream().map(ActivitiesApi::decided).toList(),
                detail.supersededBy());
    }

    private static Decided decided(Decision decision) {
        return new Decided(lower(decision.verdict()), decision.reason(), decision.by(), decision.at());
    }

    private Item item(Activity activity) {
        return new Item(
                activity.id(),
                activity.kind(),
                activity.place().value(),
                activity.household(),
                activity.site(),
                activity.occurredAt(),
                activity.localDate(),
                quantities(activity),
                activity.grade(),
                activity.note(),
                activity.recordedBy(),
                activity.recordedAt(),
                lower(activity.state()),
                activity.supersedes());
    }

    private Map<String, Quantity> quantities(Activity activity) {
        var kind = kinds.get(activity.kind());
        return activity.quantities().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> new Quantity(
                                entry.getValue(),
                                kind.findQuantity(entry.getKey()).orElseThrow().unit())));
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
