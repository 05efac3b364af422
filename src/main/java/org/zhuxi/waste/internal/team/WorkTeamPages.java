package org.zhuxi.waste.internal.team;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.Refused;
import org.zhuxi.place.Place;
import org.zhuxi.place.Places;
import org.zhuxi.place.WorkPlaces;
import org.zhuxi.platform.table.CsvTable;
import org.zhuxi.waste.StationRef;
import org.zhuxi.waste.Stations;
import org.zhuxi.waste.WasteRefused;
import org.zhuxi.waste.internal.Again;
import org.zhuxi.waste.internal.FormProblem;
import org.zhuxi.waste.internal.Typed;
import org.zhuxi.waste.team.Duties;
import org.zhuxi.waste.team.Duty;
import org.zhuxi.waste.team.Member;
import org.zhuxi.waste.team.Part;
import org.zhuxi.waste.team.Team;
import org.zhuxi.waste.team.TeamPermissions;

/** The team at the office: members, duties of the next weeks, the month. */
@Controller
class WorkTeamPages {

    private static final Duration AHEAD = Duration.ofDays(14);

    private final Team team;
    private final Duties duties;
    private final Places places;
    private final WorkPlaces work;
    private final Clock clock;

    WorkTeamPages(Team team, Duties duties, Places places, WorkPlaces work, Clock clock) {
        this.team = team;
        this.duties = duties;
        this.places = places;
        this.work = work;
        this.clock = clock;
    }

    @GetMapping("/work/team")
    ModelAndView show(Actor actor, @RequestParam @Nullable String place, @RequestParam Map<String, String> fields) {
        return show(actor, work.of(actor, TeamPermissions.LEAD, place), new Typed(fields), FormProblem.NONE);
    }

    @PostMapping("/work/team/members")
    ModelAndView take(Actor actor, @RequestParam Map<String, String> fields) {
        return change(actor, fields, (form, community) -> {
            if (form.has("release")) {
                team.release(actor, community, Typed.id(form.get("release")));
            } else {
                var part = Arrays.stream(Part.values())
                        .filter(it -> form.is("part", it.name()))
                        .findFirst()
                        .orElse(Part.VOLUNTEER);
                team.take(actor, community, form.get("username"), part, Origin.RECORDED);
            }
        });
    }

    @PostMapping("/work/team/duties")
    ModelAndView plan(Actor actor, @RequestParam Map<String, String> fields) {
        return change(actor, fields, (form, community) -> {
            var site = form.findId("site").orElseThrow(() -> new WasteRefused.Unreadable("site", "duty-station"));
            var plan =
                    new Duties.Plan(form.day("day"), time(form, "from"), time(form, "to"), form.whole("weeks", 1, 26));
            duties.plan(actor, new StationRef(community, site), plan);
        });
    }

    @PostMapping("/work/team/duties/{id}/cancellation")
    ModelAndView cancel(Actor actor, @PathVariable String id, @RequestParam Map<String, String> fields) {
        return change(actor, fields, (form, community) -> duties.cancel(actor, Typed.id(id)));
    }

    private static LocalTime time(Typed form, String field) {
        try {
            return LocalTime.parse(form.plain(field));
        } catch (java.time.DateTimeException e) {
            throw new WasteRefused.Unreadable(field, "duty-times");
        }
    }

    private ModelAndView change(Actor actor, Map<String, String> fields, BiConsumer<Typed, CommunityId> step) {
        var form = new Typed(fields);
        var at = work.named(form.get("place"));
        try {
            var community = at.community();
            if (community == null) {
                throw new WasteRefused.Unreadable("place", "waste-community-needed", at.code());
            }
            step.accept(form, community);
            return new ModelAndView("redirect:/work/team?done=1&place=" + at.code());
        } catch (Refused refused) {
            return Again.after(refused, problem -> show(actor, at, form, problem));
        }
    }

    private ModelAndView show(Actor actor, Place at, Typed form, FormProblem problem) {
        actor.require(TeamPermissions.LEAD, at.path());
        var community = at.community();
        var now = clock.instant();
        var month = form.get("month").matches("\\d{4}-(0[1-9]|1[0-2])")
                ? YearMonth.parse(form.get("month"))
                : YearMonth.from(now.atZone(java.time.ZoneId.of("Asia/Shanghai")));
        var ahead = community == null ? List.<Duty>of() : duties.list(actor, community, now, now.plus(AHEAD));
        var names = new HashMap<UUID, Names>();
        places.sitesAt(at.path(), Stations.SITE_TYPE).forEach(site -> names.put(site.id(), site.name()));
        return new ModelAndView("waste/team/work")
                .addObject("place", at)
                .addObject("choices", work.choices(actor, TeamPermissions.LEAD))
                .addObject("members", community == null ? List.<Member>of() : team.members(actor, community))
                .addObject("month", month)
                .addObject("lines", community == null ? List.of() : team.month(actor, community, month))
                .addObject("duties", ahead)
                .addObject("names", names)
                .addObject("form", form)
                .addObject("problem", problem);
    }

    @GetMapping("/work/team.csv")
    void download(Actor actor, @RequestParam String place, @RequestParam String month, HttpServletResponse response)
            throws IOException {
        var at = work.named(place);
        var community = at.community();
        if (community == null) {
            throw new WasteRefused.Unreadable("place", "waste-community-needed", place);
        }
        var lines = team.month(actor, community, Typed.month(month));
        try (var csv = CsvTable.download(
                response,
                "team-" + at.code() + "-" + month,
                "name",
                "part",
                "planned",
                "served",
                "verified_h",
                "waiting_h")) {
            for (var line : lines) {
                csv.row(
                        line.name(),
                        line.part(),
                        line.planned(),
                        line.served(),
                        line.verifiedHours(),
                        line.waitingHours());
            }
        }
    }
}
