package org.zhuxi.compost.internal;

import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.zhuxi.compost.CompostLog;
import org.zhuxi.compost.CompostMonths;
import org.zhuxi.compost.CompostRefused;
import org.zhuxi.compost.CompostSites;
import org.zhuxi.compost.EntryKind;
import org.zhuxi.compost.NewEntry;
import org.zhuxi.compost.internal.CompostJson.EntryJson;
import org.zhuxi.compost.internal.CompostJson.NewEntryJson;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.Problem;
import org.zhuxi.kernel.Refused;
import org.zhuxi.kernel.Typed;
import org.zhuxi.platform.web.ProblemWriter;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The process log for phones and programs; the same id sent again counts once. */
@RestController
@RequestMapping("/api/v1/compost")
class LogApi {

    private static final int USUAL_ROWS = 100;
    private static final int ID = 36;

    private final CompostLog log;
    private final CompostMonths months;
    private final CompostSites sites;
    private final ProblemWriter problems;
    private final JsonMapper json;

    LogApi(CompostLog log, CompostMonths months, CompostSites sites, ProblemWriter problems, JsonMapper json) {
        this.log = log;
        this.months = months;
        this.sites = sites;
        this.problems = problems;
        this.json = json;
    }

    /** @param account whoever recorded them on a phone; a program that serves only one may leave it out */
    record EntriesJson(@Nullable UUID account, @Nullable List<JsonNode> entries) {}

    /** @param status created, duplicate, conflict or rejected */
    record ResultJson(String id, String status, @Nullable ProblemDetail problem) {}

    record ResultsJson(List<ResultJson> results) {}

    record SliceJson(List<EntryJson> items, @Nullable String next) {}

    record ReasonJson(@Nullable String reason) {}

    record LookJson(@Nullable Boolean good, @Nullable String words) {}

    @PostMapping("/entries")
    ResultsJson record(Actor actor, @RequestBody EntriesJson body, Locale locale) {
        var sent = Objects.requireNonNullElse(body.entries(), List.<JsonNode>of());
        if (sent.isEmpty() || sent.size() > CompostLog.MOST) {
            throw new CompostRefused.BatchSize(CompostLog.MOST);
        }
        var readable = new ArrayList<NewEntry>();
        var unreadable = new HashMap<Integer, ResultJson>();
        for (var i = 0; i < sent.size(); i++) {
            try {
                readable.add(json.treeToValue(sent.get(i), NewEntryJson.class).entry());
            } catch (JacksonException | IllegalArgumentException e) {
                var problem = Problem.of("compost-entry-unreadable", Problem.Kind.INVALID);
                unreadable.put(i, rejected(sent.get(i), problem, locale));
            } catch (Refused e) {
                unreadable.put(i, rejected(sent.get(i), e.problem(), locale));
            }
        }
        var account = Objects.requireNonNullElseGet(body.account(), actor::account);
        var logged = readable.isEmpty()
                ? List.<org.zhuxi.compost.Logged>of().iterator()
                : log.record(actor, account, readable, Origin.RECORDED).iterator();
        var results = new ArrayList<ResultJson>();
        for (var i = 0; i < sent.size(); i++) {
            var bad = unreadable.get(i);
            results.add(bad == null ? result(logged.next(), locale) : bad);
        }
        return new ResultsJson(results);
    }

    private ResultJson result(org.zhuxi.compost.Logged it, Locale locale) {
        return new ResultJson(
                it.id().toString(),
                it.status().name().toLowerCase(Locale.ROOT),
                it.problem() == null ? null : problems.item(it.problem(), locale));
    }

    private ResultJson rejected(JsonNode item, Problem problem, Locale locale) {
        var id = item.path("id").asString("");
        return new ResultJson(id.substring(0, Math.min(id.length(), ID)), "rejected", problems.item(problem, locale));
    }

    @GetMapping("/sites/{id}/entries")
    SliceJson list(
            Actor actor,
            @PathVariable String id,
            @RequestParam @Nullable String month,
            @RequestParam @Nullable String kind,
            @RequestParam @Nullable String unit,
            @RequestParam @Nullable Integer limit,
            @RequestParam @Nullable String after) {
        var found = log.list(
                actor,
                sites.get(Ids.read(id)),
                unit == null ? null : Ids.read(unit),
                kind == null ? null : Typed.choice("kind", EntryKind.class, kind),
                month == null ? null : month(month),
                limit == null ? USUAL_ROWS : limit,
                after);
        return new SliceJson(found.items().stream().map(EntryJson::of).toList(), found.next());
    }

    /** A month in an address, such as 2026-11. */
    static YearMonth month(String text) {
        try {
            return YearMonth.parse(text);
        } catch (DateTimeException e) {
            throw new Refused.NotFound(text);
        }
    }

    @GetMapping("/entries/{id}")
    EntryJson get(Actor actor, @PathVariable String id) {
        return EntryJson.of(log.get(actor, Ids.read(id)));
    }

    @PostMapping("/entries/{id}/reversal")
    void takeBack(Actor actor, @PathVariable String id, @RequestBody ReasonJson body) {
        log.takeBack(actor, Ids.read(id), Objects.requireNonNullElse(body.reason(), ""));
    }

    @PostMapping("/entries/{id}/look")
    void look(Actor actor, @PathVariable String id, @RequestBody LookJson body) {
        months.look(
                actor, Ids.read(id), Typed.required("good", body.good()), Objects.requireNonNullElse(body.words(), ""));
    }
}
