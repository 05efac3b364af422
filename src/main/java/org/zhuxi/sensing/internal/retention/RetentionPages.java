package org.zhuxi.sensing.internal.retention;

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
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.Refused;
import org.zhuxi.kernel.Typed;
import org.zhuxi.place.WorkPlaces;
import org.zhuxi.platform.web.Links;
import org.zhuxi.platform.web.Wrong;
import org.zhuxi.sensing.DeviceTemplates;
import org.zhuxi.sensing.SensingPermissions;
import org.zhuxi.sensing.internal.Forms;
import org.zhuxi.sensing.retention.NewRetentionRule;
import org.zhuxi.sensing.retention.RetentionRule;
import org.zhuxi.sensing.retention.Retentions;

/** How long readings are kept, at the desk. */
@Controller
class RetentionPages {

    static final String PATH = "/work/retention";

    private final Retentions retentions;
    private final DeviceTemplates templates;
    private final WorkPlaces work;

    RetentionPages(Retentions retentions, DeviceTemplates templates, WorkPlaces work) {
        this.retentions = retentions;
        this.templates = templates;
        this.work = work;
    }

    @GetMapping(PATH)
    ModelAndView list(Actor actor, @RequestParam @Nullable String place) {
        var at = work.of(actor, SensingPermissions.READ, place);
        return new ModelAndView("sensing/retention/rules")
                .addObject("place", at)
                .addObject("rules", retentions.list(actor, at.path()))
                .addObject("templates", templates)
                .addObject("mayManage", actor.may(SensingPermissions.MANAGE, at.path()));
    }

    @GetMapping(PATH + "/new")
    ModelAndView begin(Actor actor, @RequestParam @Nullable String place) {
        var at = work.of(actor, SensingPermissions.MANAGE, place);
        actor.require(SensingPermissions.MANAGE, at.path());
        var fields = new HashMap<String, String>();
        fields.put("id", Ids.next().toString());
        fields.put("place", at.community() == null ? "" : at.code());
        return form(fields);
    }

    private ModelAndView form(Map<String, String> fields) {
        return new ModelAndView("sensing/retention/new-rule")
                .addObject("fields", fields)
                .addObject("templates", templates.list())
                .addObject("wrong", Wrong.nothing());
    }

    @PostMapping(PATH)
    ModelAndView declare(Actor actor, @RequestParam Map<String, String> fields) {
        Forms.require(actor, SensingPermissions.MANAGE, work, fields.get("place"));
        try {
            var rule = retentions.declare(
                    actor,
                    new NewRetentionRule(
                            Forms.id(fields.get("id")),
                            Typed.text(fields.get("place")),
                            Typed.text(fields.get("template")),
                            Typed.text(fields.get("device")),
                            (int) Typed.whole(
                                    "keepDays",
                                    fields.get("keepDays"),
                                    RetentionRule.FEWEST_DAYS,
                                    RetentionRule.MOST_DAYS),
                            Origin.RECORDED));
            return new ModelAndView("redirect:" + Links.to(PATH, "place", rule.place()));
        } catch (Refused refused) {
            return Forms.again(form(fields), refused);
        }
    }

    @PostMapping(PATH + "/{id}/ending")
    ModelAndView end(Actor actor, @PathVariable UUID id) {
        retentions.end(actor, id);
        return new ModelAndView("redirect:" + PATH);
    }
}
