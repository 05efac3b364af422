package org.zhuxi.sensing.internal.tap;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhuxi.activity.Kind;
import org.zhuxi.activity.Kinds;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Refused;
import org.zhuxi.kernel.Typed;
import org.zhuxi.place.WorkPlaces;
import org.zhuxi.platform.table.CsvTable;
import org.zhuxi.platform.web.Links;
import org.zhuxi.platform.web.Wrong;
import org.zhuxi.sensing.DeviceTemplates;
import org.zhuxi.sensing.Devices;
import org.zhuxi.sensing.SensingPermissions;
import org.zhuxi.sensing.internal.Forms;
import org.zhuxi.sensing.tap.Tap;
import org.zhuxi.sensing.tap.TapSteps;
import org.zhuxi.sensing.tap.Taps;

/** Taps at the desk: which there are, declaring one on a device, what it recorded, pausing and ending it. */
@Controller
class TapPages {

    static final String PATH = "/work/taps";

    private static final int PAGE = 40;
    private static final int CSV_PAGE = 500;
    private static final int RECORDS = 60;
    private static final String SETTLE_SECONDS = "0";

    private final Taps taps;
    private final TapSteps steps;
    private final Devices devices;
    private final DeviceTemplates templates;
    private final Kinds kinds;
    private final WorkPlaces work;

    TapPages(Taps taps, TapSteps steps, Devices devices, DeviceTemplates templates, Kinds kinds, WorkPlaces work) {
        this.taps = taps;
        this.steps = steps;
        this.devices = devices;
        this.templates = templates;
        this.kinds = kinds;
        this.work = work;
    }

    @GetMapping(PATH)
    ModelAndView list(Actor actor, @RequestParam @Nullable String place, @RequestParam @Nullable UUID after) {
        var at = work.of(actor, SensingPermissions.READ, place);
        var found = taps.list(actor, at.path(), PAGE, after);
        var next = found.next();
        return new ModelAndView("sensing/tap/taps")
                .addObject("place", at)
                .addObject("found", found)
                .addObject("kinds", kinds)
                .addObject("csv", Links.to(PATH + ".csv", "place", at.code()))
                .addObject("next", next == null ? "" : Links.to(PATH, "place", at.code(), "after", next));
    }

    @GetMapping(PATH + ".csv")
    void csv(Actor actor, @RequestParam @Nullable String place, HttpServletResponse response) throws IOException {
        var at = work.of(actor, SensingPermissions.READ, place);
        var slice = taps.list(actor, at.path(), CSV_PAGE, null);
        try (var csv = CsvTable.download(
                response,
                "taps-" + at.code(),
                "id",
                "device",
                "quantity",
                "kind",
                "reckoning",
                "state",
                "since",
                "ended_at",
                "place",
                "origin")) {
            while (true) {
                for (var it : slice.items()) {
                    csv.row(
                            it.id(),
                            it.deviceCode(),
                            it.quantity(),
                            it.kind(),
                            it.reckoning().way().name(),
                            it.state().name(),
                            it.since(),
                            it.endedAt(),
                            it.place(),
                            it.origin().name());
                }
                var next = slice.next();
                if (next == null) {
                    return;
                }
                slice = taps.list(actor, at.path(), CSV_PAGE, UUID.fromString(next));
            }
        }
    }

    @GetMapping("/work/devices/{code}/new-tap")
    ModelAndView begin(Actor actor, @PathVariable String code) {
        var found = devices.get(actor, code);
        actor.require(SensingPermissions.MANAGE, found.path());
        var fields = new HashMap<String, String>();
        fields.put("id", Ids.next().toString());
        fields.put("device", found.code());
        fields.put("settleSeconds", SETTLE_SECONDS);
        found.template().taps().stream().findFirst().ifPresent(proposed -> {
            fields.put("what", proposed.quantity() + "/" + proposed.kind());
            fields.put("reckoning", proposed.reckoning().name());
            fields.put("least", proposed.least() == null ? "" : proposed.least().toPlainString());
            fields.put(
                    "tolerance",
                    proposed.tolerance() == null ? "" : proposed.tolerance().toPlainString());
        });
        return form(actor, fields);
    }

    private ModelAndView form(Actor actor, Map<String, String> fields) {
        var device = devices.get(actor, Typed.text(fields.get("device")));
        var choices = new HashMap<String, List<Kind>>();
        device.template().quantities().forEach(one -> choices.put(one.code(), taps.kindsFor(one)));
        return new ModelAndView("sensing/tap/new-tap")
                .addObject("device", device)
                .addObject("choices", choices)
                .addObject("fields", fields)
                .addObject("wrong", Wrong.nothing());
    }

    @PostMapping(PATH)
    ModelAndView declare(Actor actor, @RequestParam Map<String, String> fields) {
        var device = devices.get(actor, Typed.text(fields.get("device")));
        actor.require(SensingPermissions.MANAGE, device.path());
        try {
            return shown(taps.declare(actor, TapForm.tap(fields)).id());
        } catch (Refused refused) {
            return Forms.again(form(actor, fields), refused);
        }
    }

    private static ModelAndView shown(UUID id) {
        return new ModelAndView("redirect:" + PATH + "/" + id);
    }

    @GetMapping(PATH + "/{id}")
    ModelAndView show(Actor actor, @PathVariable UUID id) {
        return one(actor, id, Map.of());
    }

    private ModelAndView one(Actor actor, UUID id, Map<String, String> fields) {
        Tap tap = taps.get(actor, id);
        return new ModelAndView("sensing/tap/tap")
                .addObject("tap", tap)
                .addObject("kind", kinds.get(tap.kind()))
                .addObject(
                        "observed",
                        templates
                                .find(tap.template())
                                .flatMap(template -> template.quantity(tap.quantity()))
                                .orElseThrow(() -> new Refused.NotFound(id)))
                .addObject("records", taps.records(actor, tap, RECORDS))
                .addObject("falls", steps.falls(actor, tap))
                .addObject("fields", fields)
                .addObject("mayManage", actor.may(SensingPermissions.MANAGE, tap.path()))
                .addObject("wrong", Wrong.nothing());
    }

    @PostMapping(PATH + "/{id}/pause")
    ModelAndView pause(Actor actor, @PathVariable UUID id) {
        return shown(steps.pause(actor, id).id());
    }

    @PostMapping(PATH + "/{id}/resumption")
    ModelAndView resume(Actor actor, @PathVariable UUID id) {
        return shown(steps.resume(actor, id).id());
    }

    @PostMapping(PATH + "/{id}/ending")
    ModelAndView end(Actor actor, @PathVariable UUID id) {
        return shown(steps.end(actor, id).id());
    }

    @PostMapping(PATH + "/{id}/turns")
    ModelAndView explain(Actor actor, @PathVariable UUID id, @RequestParam Map<String, String> fields) {
        var tap = taps.get(actor, id);
        actor.require(SensingPermissions.MANAGE, tap.path());
        try {
            return shown(steps.explain(actor, id, TapForm.turn(fields)).id());
        } catch (Refused refused) {
            return Forms.again(one(actor, id, fields), refused);
        }
    }
}
