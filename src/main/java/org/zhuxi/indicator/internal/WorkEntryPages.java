package org.zhuxi.indicator.internal;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Year;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Map;
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
import org.zhuxi.indicator.IndicatorPermissions;
import org.zhuxi.indicator.IndicatorRefused;
import org.zhuxi.indicator.MeasureEntries;
import org.zhuxi.indicator.MeasureEntry;
import org.zhuxi.indicator.MeasureEntry.State;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.Slice;
import org.zhuxi.place.Place;
import org.zhuxi.place.WorkPlaces;
import org.zhuxi.platform.table.CsvTable;
import org.zhuxi.platform.web.Links;
import org.zhuxi.platform.web.Wrong;

/** Values entered by hand, at the desk: entered, verified by somebody else, taken back. */
@Controller
class WorkEntryPages {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int PAGE = 30;
    private static final int CSV_PAGE = 1_000;
    private static final String PATH = "/work/indicators";

    private final MeasureEntries entries;
    private final DefinitionBook book;
    private final PlaceNaming naming;
    private final WorkPlaces work;
    private final Clock clock;

    WorkEntryPages(MeasureEntries entries, DefinitionBook book, PlaceNaming naming, WorkPlaces work, Clock clock) {
        this.entries = entries;
        this.book = book;
        this.naming = naming;
        this.work = work;
        this.clock = clock;
    }

    @GetMapping(PATH)
    ModelAndView list(
            Actor actor,
            @RequestParam @Nullable String place,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String q,
            @RequestParam @Nullable UUID after) {
        var at = work.of(actor, IndicatorPermissions.ENTER, place);
        var found = entries.list(actor, at.path(), state(state), q, PAGE, after);
        return new ModelAndView("indicator/work")
                .addObject("place", at)
                .addObject("state", state)
                .addObject("query", q)
                .addObject("found", found)
                .addObject("measures", book.measures())
                .addObject("names", names(found))
                .addObject("next", next(at, state, q, found))
                .addObject("csv", Links.to(PATH + "/csv", "place", at.code(), "state", state, "q", q));
    }

    private Map<String, Names> names(Slice<MeasureEntry> found) {
        return found.items().stream()
                .collect(Collectors.toMap(
                        MeasureEntry::place,
                        entry -> naming.get(entry.place(), entry.period()).name(),
                        (one, same) -> one));
    }

    private static String next(Place at, String state, String q, Slice<MeasureEntry> found) {
        var next = found.next();
        return next == null ? "" : Links.to(PATH, "place", at.code(), "state", state, "q", q, "after", next);
    }

    @GetMapping(PATH + "/csv")
    void download(
            Actor actor,
            @RequestParam @Nullable String place,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String q,
            HttpServletResponse response)
            throws IOException {
        var at = work.of(actor, IndicatorPermissions.ENTER, place);
        var slice = entries.list(actor, at.path(), state(state), q, CSV_PAGE, null);
        try (var csv = CsvTable.download(
                response,
                "entries-" + at.code(),
                "id",
                "place",
                "measure",
                "period",
                "value",
                "printed",
                "qualifier",
                "evidence",
                "state",
                "entered_at",
                "decided_at",
                "reason",
                "origin")) {
            while (true) {
                for (var it : slice.items()) {
                    csv.row(
                            it.id(),
                            it.place(),
                            it.measure(),
                            it.period(),
                            it.value().value(),
                            it.value().original(),
                            it.value().qualifier(),
                            it.evidence(),
                            it.state(),
                            it.enteredAt(),
                            it.decidedAt(),
                            it.reason(),
                            it.origin());
                }
                var next = slice.next();
                if (next == null) {
                    return;
                }
                slice = entries.list(actor, at.path(), state(state), q, CSV_PAGE, UUID.fromString(next));
            }
        }
    }

    @GetMapping(PATH + "/new")
    ModelAndView begin(Actor actor, @RequestParam @Nullable String place) {
        var at = work.of(actor, IndicatorPermissions.ENTER, place);
        actor.require(IndicatorPermissions.ENTER, at.path());
        var year = Year.now(clock.withZone(ZONE)).toString();
        return form(new EntryForm(null, at.code(), "", year, "", "", ""), Wrong.nothing());
    }

    @PostMapping(PATH)
    ModelAndView enter(Actor actor, @ModelAttribute EntryForm form) {
        try {
            return to(entries.enter(actor, form.id(), form.command(), Origin.RECORDED));
        } catch (IndicatorRefused refused) {
            return again(form(form, Wrong.of(refused)), refused);
        }
    }

    private ModelAndView form(EntryForm form, Wrong wrong) {
        return new ModelAndView("indicator/work-new")
                .addObject("form", form)
                .addObject("measures", entries.measures())
                .addObject("wrong", wrong);
    }

    @GetMapping(PATH + "/{id}")
    ModelAndView show(Actor actor, @PathVariable UUID id) {
        return one(actor, entries.get(actor, id), Wrong.nothing());
    }

    @PostMapping(PATH + "/{id}/verification")
    ModelAndView verify(Actor actor, @PathVariable UUID id) {
        return decided(actor, id, () -> entries.verify(actor, id));
    }

    @PostMapping(PATH + "/{id}/rejection")
    ModelAndView reject(Actor actor, @PathVariable UUID id, @RequestParam(defaultValue = "") String reason) {
        return decided(actor, id, () -> entries.reject(actor, id, reason));
    }

    @PostMapping(PATH + "/{id}/reversal")
    ModelAndView reverse(Actor actor, @PathVariable UUID id, @RequestParam(defaultValue = "") String reason) {
        return decided(actor, id, () -> entries.reverse(actor, id, reason));
    }

    private ModelAndView decided(Actor actor, UUID id, java.util.function.Supplier<MeasureEntry> decision) {
        try {
            return to(decision.get());
        } catch (IndicatorRefused refused) {
            return again(one(actor, entries.get(actor, id), Wrong.of(refused)), refused);
        }
    }

    private ModelAndView one(Actor actor, MeasureEntry entry, Wrong wrong) {
        var mayVerify = actor.may(IndicatorPermissions.VERIFY, entry.path());
        var isOwn = entry.enteredBy().equals(actor.account());
        return new ModelAndView("indicator/work-entry")
                .addObject("entry", entry)
                .addObject("measure", book.measure(entry.measure()))
                .addObject("place", naming.get(entry.place(), entry.period()).name())
                .addObject("mayDecide", mayVerify && !isOwn && entry.state() == State.RECORDED)
                .addObject(
                        "mayReverse",
                        mayVerify && entry.state() == State.VERIFIED || isOwn && entry.state() == State.RECORDED)
                .addObject("wrong", wrong);
    }

    private static ModelAndView to(MeasureEntry entry) {
        return new ModelAndView("redirect:" + PATH + "/" + entry.id());
    }

    static ModelAndView again(ModelAndView page, IndicatorRefused refused) {
        page.setStatus(HttpStatusCode.valueOf(refused.problem().kind().status()));
        return page;
    }

    static @Nullable State state(String typed) {
        return Arrays.stream(State.values())
                .filter(one -> one.name().equals(typed))
                .findFirst()
                .orElse(null);
    }
}
