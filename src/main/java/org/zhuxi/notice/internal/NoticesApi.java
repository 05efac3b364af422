package org.zhuxi.notice.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.Refused;
import org.zhuxi.kernel.Slice;
import org.zhuxi.notice.Notice;
import org.zhuxi.notice.NoticePermissions;
import org.zhuxi.notice.Notices;
import org.zhuxi.place.Places;

/** Notices for programs; the same id sent again with the same version changes one notice, never two. */
@RestController
@RequestMapping("/api/v1")
class NoticesApi {

    private static final int ROWS = 100;

    private final Notices notices;
    private final Audience audience;
    private final Places places;

    NoticesApi(Notices notices, Audience audience, Places places) {
        this.notices = notices;
        this.audience = audience;
        this.places = places;
    }

    record NoticeJson(
            UUID id,
            String audience,
            Notice.State state,
            String titleZh,
            @Nullable String titleEn,
            String bodyZh,
            @Nullable String bodyEn,
            boolean pinned,
            LocalDate from,
            @Nullable LocalDate until,
            int version,
            @Nullable Instant publishedAt,
            @Nullable Instant withdrawnAt,
            String withdrawalReason) {

        static NoticeJson of(Notice it) {
            return new NoticeJson(
                    it.id(),
                    it.audience().value(),
                    it.state(),
                    it.title().zh(),
                    it.english() ? it.title().en() : null,
                    it.body().zh(),
                    it.english() ? it.body().en() : null,
                    it.pinned(),
                    it.from(),
                    it.until(),
                    it.version(),
                    it.publishedAt(),
                    it.withdrawnAt(),
                    it.withdrawalReason());
        }
    }

    /** @param version the one the writer saw; null for a new one */
    record WordsJson(
            @Nullable Integer version,
            @Nullable String place,
            @Nullable String titleZh,
            @Nullable String titleEn,
            @Nullable String bodyZh,
            @Nullable String bodyEn,
            @Nullable Boolean pinned,
            @Nullable String from,
            @Nullable String until) {

        NoticeForm form(UUID id) {
            return new NoticeForm(
                    id,
                    version,
                    place,
                    titleZh,
                    titleEn,
                    bodyZh,
                    bodyEn,
                    Boolean.TRUE.equals(pinned) ? "on" : null,
                    from,
                    until);
        }
    }

    record WithdrawalJson(@Nullable String reason) {}

    record Items(List<NoticeJson> items, @Nullable String next) {

        static Items of(Slice<Notice> found) {
            return new Items(found.items().stream().map(NoticeJson::of).toList(), found.next());
        }
    }

    @GetMapping("/notices")
    Items list(
            Actor actor,
            @RequestParam @Nullable String place,
            @RequestParam Notice.@Nullable State state,
            @RequestParam(defaultValue = "") String q,
            @RequestParam @Nullable UUID after) {
        return Items.of(notices.list(
                actor, audience.scope(actor, NoticePermissions.MANAGE, place).path(), state, q, ROWS, after));
    }

    @GetMapping("/notices/{id}")
    NoticeJson get(Actor actor, @PathVariable UUID id) {
        return NoticeJson.of(notices.get(actor, id));
    }

    /** Without a version: a new draft, once. With it: a change of what has that version. */
    @PutMapping("/notices/{id}")
    NoticeJson put(Actor actor, @PathVariable UUID id, @RequestBody WordsJson body) {
        var words = body.form(id).command();
        var version = body.version();
        return NoticeJson.of(
                version == null
                        ? notices.draft(actor, id, words, Origin.RECORDED)
                        : notices.edit(actor, id, version, words));
    }

    @PostMapping("/notices/{id}/publication")
    NoticeJson publish(Actor actor, @PathVariable UUID id) {
        return NoticeJson.of(notices.publish(actor, id));
    }

    @PostMapping("/notices/{id}/withdrawal")
    NoticeJson withdraw(Actor actor, @PathVariable UUID id, @RequestBody WithdrawalJson body) {
        return NoticeJson.of(notices.withdraw(actor, id, Objects.requireNonNullElse(body.reason(), "")));
    }

    @GetMapping("/communities/{code}/notices")
    Items open(@PathVariable String code, @RequestParam @Nullable String after) {
        var community = places.findByCode(code)
                .filter(it -> it.code().equals(code))
                .map(org.zhuxi.place.Place::community)
                .orElseThrow(() -> new Refused.NotFound(code));
        return Items.of(notices.open(community, ROWS, after));
    }

    @GetMapping("/me/notices")
    Items mine(Actor actor, @RequestParam @Nullable String after) {
        return Items.of(notices.mine(actor, ROWS, after));
    }
}
