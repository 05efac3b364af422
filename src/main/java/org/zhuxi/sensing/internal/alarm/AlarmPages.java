package org.zhuxi.sensing.internal.alarm;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Refused;
import org.zhuxi.place.WorkPlaces;
import org.zhuxi.platform.table.CsvTable;
import org.zhuxi.platform.web.Links;
import org.zhuxi.platform.web.Wrong;
import org.zhuxi.sensing.DeviceTemplates;
import org.zhuxi.sensing.SensingPermissions;
import org.zhuxi.sensing.alarm.Alarms;
import org.zhuxi.sensing.internal.Forms;

/** The board of alarms and its rules. */
@Controller
class AlarmPages {

    static final String PATH = "/work/alarms";

    private static final String RULES = PATH + "/rules";
    private static final int PAGE = 40;
    private static final int CSV_PAGE = 500;

    private final Alarms alarms;
    private final DeviceTemplates templates;
    private final WorkPlaces work;

    AlarmPages(Alarms alarms, DeviceTemplates templates, WorkPlaces work) {
        this.alarms = alarms;
        this.templates = templates;
        this.work = work;
    }

    @GetMapping(PATH)
    ModelAndView board(
            Actor actor,
            @RequestParam @Nullable String place,
            @RequestParam @Nullable String all,
            @RequestParam @Nullable UUID after) {
        var at = work.of(actor, SensingPermissions.READ, place);
        var isAll = "on".equals(all);
        var found = alarms.list(actor, at.path(), !isAll, PAGE, after);
        var next = found.next();
        return new ModelAndView("sensing/alarm/alarms")
                .addObject("place", at)
                .addObject("all", isAll)
                .addObject("found", found)
                .addObject("csv", Links.to(PATH + ".csv", "place", at.code()))
                .addObject(
                        "next",
                        next == null
                                ? ""
                                : Links.to(PATH, "place", at.code(), "all", isAll ? "on" : "", "after", next));
    }

    @GetMapping(PATH + ".csv")
    void csv(Actor actor, @RequestParam @Nullable String place, HttpServletResponse response) throws IOException {
        var at = work.of(actor, SensingPermissions.READ, place);
        var slice = alarms.list(actor, at.path(), false, CSV_PAGE, null);
        try (var csv = CsvTable.download(
                response,
                "alarms-" + at.code(),
                "id",
                "device",
                "name",
                "state",
                "began_at",
                "value",
                "raised_at",
                "acknowledged_at",
                "escalated_at",
                "over_at",
                "origin")) {
            while (true) {
                for (var it : slice.items()) {
                    csv.row(
                            it.id(),
                            it.deviceCode(),
                            it.deviceName(),
                            it.state().name(),
                            it.beganAt(),
                            it.value(),
                            it.raisedAt(),
                            it.acknowledgedAt(),
                            it.escalatedAt(),
                            it.overAt(),
                            it.origin().name());
                }
                var next = slice.next();
                if (next == null) {
                    return;
                }
                slice = alarms.list(actor, at.path(), false, CSV_PAGE, UUID.fromString(next));
            }
        }
    }

    @GetMapping(RULES)
    ModelAndView rules(Actor actor, @RequestParam @Nullable String place, @RequestParam @Nullable UUID after) {
        var at = work.of(actor, SensingPermissions.READ, place);
        var found = alarms.rules(actor, at.path(), PAGE, after);
        var next = found.next();
        return new ModelAndView("sensing/alarm/rules")
                .addObject("place", at)
                .addObject("found", found)
                .addObject("templates", templates)
                .addObject("mayManage", actor.may(SensingPermissions.MANAGE, at.path()))
                .addObject("next", next == null ? "" : Links.to(RULES, "place", at.code(), "after", next));
    }

    @GetMapping(RULES + "/new")
    ModelAndView begin(Actor actor, @RequestParam @Nullable String place) {
        var at = work.of(actor, SensingPermissions.MANAGE, place);
        actor.require(SensingPermissions.MANAGE, at.path());
        var fields = new HashMap<String, String>();
        fields.put("id", Ids.next().toString());
        fields.put("place", at.community() == null ? "" : at.code());
        fields.put("forMinutes", "30");
        fields.put("quietMinutes", "60");
        fields.put("escalateMinutes", "120");
        return form(fields);
    }

    private ModelAndView form(Map<String, String> fields) {
        return new ModelAndView("sensing/alarm/new-rule")
                .addObject("fields", fields)
                .addObject("templates", templates.list())
                .addObject("wrong", Wrong.nothing());
    }

    @PostMapping(RULES)
    ModelAndView add(Actor actor, @RequestParam Map<String, String> fields) {
        Forms.require(actor, SensingPermissions.MANAGE, work, fields.get("place"));
        try {
            var rule = alarms.add(actor, AlarmForm.rule(fields));
            return new ModelAndView("redirect:" + Links.to(RULES, "place", rule.place()));
        } catch (Refused refused) {
            return Forms.again(form(fields), refused);
        }
    }

    @PostMapping(RULES + "/{id}/retirement")
    ModelAndView retire(Actor actor, @PathVariable UUID id) {
        alarms.retire(actor, id);
        return new ModelAndView("redirect:" + RULES);
    }

    @GetMapping(PATH + "/{id}")
    ModelAndView show(Actor actor, @PathVariable UUID id) {
        return one(actor, id, "");
    }

    private ModelAndView one(Actor actor, UUID id, String words) {
        var alarm = alarms.get(actor, id);
        return new ModelAndView("sensing/alarm/alarm")
                .addObject("alarm", alarm)
                .addObject("rule", alarms.ruleOf(actor, alarm))
                .addObject("steps", alarms.history(actor, alarm))
                .addObject("templates", templates)
                .addObject("words", words)
                .addObject("mayAnswer", actor.may(SensingPermissions.ANSWER, alarm.path()))
                .addObject("wrong", Wrong.nothing());
    }

    @PostMapping(PATH + "/{id}/acknowledgement")
    ModelAndView acknowledge(Actor actor, @PathVariable UUID id, @RequestParam(defaultValue = "") String words) {
        try {
            alarms.acknowledge(actor, id, words);
            return new ModelAndView("redirect:" + PATH + "/" + id);
        } catch (Refused refused) {
            return Forms.again(one(actor, id, words), refused);
        }
    }
}
