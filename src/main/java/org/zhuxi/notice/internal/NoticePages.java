package org.zhuxi.notice.internal;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.PlaceNames;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Slice;
import org.zhuxi.notice.Notice;
import org.zhuxi.notice.NoticePermissions;
import org.zhuxi.notice.NoticeRefused;
import org.zhuxi.notice.Notices;
import org.zhuxi.place.Place;
import org.zhuxi.place.Places;
import org.zhuxi.platform.table.CsvTable;
import org.zhuxi.platform.web.Links;
import org.zhuxi.platform.web.Wrong;

/** Notices at the desk: written, published, withdrawn. */
@Controller
class NoticePages {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int PAGE = 30;
    private static final int CSV_PAGE = 1_000;
    private static final String[] COLUMNS = {
        "id",
        "audience",
        "state",
        "pinned",
        "from",
        "until",
        "title_zh",
        "title_en",
        "body_zh",
        "body_en",
        "drafted_at",
        "published_at",
        "withdrawn_at",
        "withdrawal_reason"
    };

    private final Notices notices;
    private final Audience audience;
    private final Places places;
    private final PlaceNames names;
    private final Clock clock;

    NoticePages(Notices notices, Audience audience, Places places, PlaceNames names, Clock clock) {
        this.notices = notices;
        this.audience = audience;
        this.places = places;
        this.names = names;
        this.clock = clock;
    }

    @GetMapping("/work/notices")
    ModelAndView list(
            Actor actor,
            @RequestParam @Nullable String place,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String q,
            @RequestParam @Nullable UUID after) {
        var at = audience.scope(actor, NoticePermissions.MANAGE, place);
        var found = notices.list(actor, at.path(), state(state), q, PAGE, after);
        return new ModelAndView("notice/work")
                .addObject("place", at)
                .addObject("state", state)
                .addObject("query", q)
                .addObject("found", found)
                .addObject("audiences", audiences(found))
                .addObject("next", next(at, state, q, found))
                .addObject("csv", Links.to("/work/notices.csv", "place", at.code(), "state", state, "q", q));
    }

    private static String next(Place at, String state, String q, Slice<Notice> found) {
        return found.next() == null
                ? ""
                : Links.to("/work/notices", "place", at.code(), "state", state, "q", q, "after", found.next());
    }

    @GetMapping("/work/notices.csv")
    void download(
            Actor actor,
            @RequestParam @Nullable String place,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String q,
            HttpServletResponse response)
            throws IOException {
        var at = audience.scope(actor, NoticePermissions.MANAGE, place);
        var slice = notices.list(actor, at.path(), state(state), q, CSV_PAGE, null);
        try (var csv = CsvTable.download(response, "notices-" + at.code(), COLUMNS)) {
            while (true) {
                for (var it : slice.items()) {
                    csv.row(
                            it.id(),
                            it.audience().value(),
                            it.state(),
                            it.pinned(),
                            it.from(),
                            it.until(),
                            it.title().zh(),
                            it.english() ? it.title().en() : "",
                            it.body().zh(),
                            it.english() ? it.body().en() : "",
                            it.draftedAt(),
                            it.publishedAt(),
                            it.withdrawnAt(),
                            it.withdrawalReason());
                }
                if (slice.next() == null) {
                    return;
                }
                slice = notices.list(actor, at.path(), state(state), q, CSV_PAGE, UUID.fromString(slice.next()));
            }
        }
    }

    @GetMapping("/work/notices/new")
    ModelAndView begin(Actor actor, @RequestParam @Nullable String place) {
        var at = audience.scope(actor, NoticePermissions.MANAGE, place);
        actor.require(NoticePermissions.MANAGE, at.path());
        var code = at.community() == null ? "" : at.code();
        return form(NoticeForm.fresh(code, LocalDate.now(clock.withZone(ZONE))), null, Wrong.nothing());
    }

    @PostMapping("/work/notices")
    ModelAndView draft(Actor actor, @ModelAttribute NoticeForm form) {
        try {
            var id = Objects.requireNonNullElseGet(form.id(), Ids::next);
            return to(notices.draft(actor, id, form.command(), Origin.RECORDED));
        } catch (NoticeRefused refused) {
            return again(form(form, null, new Wrong(refused.problem())), refused);
        }
    }

    @GetMapping("/work/notices/{id}")
    ModelAndView show(Actor actor, @PathVariable UUID id) {
        var notice = notices.get(actor, id);
        return one(actor, notice, NoticeForm.of(notice, codeOf(notice)), Wrong.nothing());
    }

    @PostMapping("/work/notices/{id}")
    ModelAndView edit(Actor actor, @PathVariable UUID id, @ModelAttribute NoticeForm form) {
        try {
            return to(notices.edit(actor, id, Objects.requireNonNullElse(form.version(), 0), form.command()));
        } catch (NoticeRefused refused) {
            return again(one(actor, notices.get(actor, id), form, new Wrong(refused.problem())), refused);
        }
    }

    @PostMapping("/work/notices/{id}/publication")
    ModelAndView publish(Actor actor, @PathVariable UUID id) {
        return to(notices.publish(actor, id));
    }

    @PostMapping("/work/notices/{id}/withdrawal")
    ModelAndView withdraw(Actor actor, @PathVariable UUID id, @RequestParam(defaultValue = "") String reason) {
        try {
            return to(notices.withdraw(actor, id, reason));
        } catch (NoticeRefused refused) {
            var notice = notices.get(actor, id);
            var form = NoticeForm.of(notice, codeOf(notice));
            return again(one(actor, notice, form, new Wrong(refused.problem())), refused);
        }
    }

    private ModelAndView one(Actor actor, Notice notice, NoticeForm form, Wrong wrong) {
        return form(form, notice, wrong)
                .addObject("versions", notices.history(actor, notice.id()))
                .addObject(
                        "audience",
                        names.namesOf(java.util.List.of(notice.audience())).get(notice.audience()));
    }

    private static ModelAndView form(NoticeForm form, @Nullable Notice notice, Wrong wrong) {
        return new ModelAndView("notice/edit")
                .addObject("form", form)
                .addObject("notice", notice)
                .addObject("wrong", wrong)
                .addObject("versions", java.util.List.of())
                .addObject("audience", null);
    }

    private static ModelAndView to(Notice notice) {
        return new ModelAndView("redirect:/work/notices/" + notice.id());
    }

    private static ModelAndView again(ModelAndView page, NoticeRefused refused) {
        page.setStatus(HttpStatusCode.valueOf(refused.problem().kind().status()));
        return page;
    }

    private String codeOf(Notice notice) {
        return places.findByPath(notice.audience()).map(Place::code).orElse("");
    }

    private Map<PlacePath, Names> audiences(Slice<Notice> found) {
        return names.namesOf(found.items().stream().map(Notice::audience).collect(Collectors.toSet()));
    }

    private static Notice.@Nullable State state(String typed) {
        return java.util.Arrays.stream(Notice.State.values())
                .filter(one -> one.name().equals(typed))
                .findFirst()
                .orElse(null);
    }
}
