package org.zhuxi.sensing.internal.device;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhuxi.activity.Kinds;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.CalendarStep;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.Refused;
import org.zhuxi.kernel.Timeline;
import org.zhuxi.kernel.Typed;
import org.zhuxi.place.Places;
import org.zhuxi.place.WorkPlaces;
import org.zhuxi.platform.table.CsvTable;
import org.zhuxi.platform.web.Chart;
import org.zhuxi.platform.web.ChartFile;
import org.zhuxi.platform.web.ChartPoint;
import org.zhuxi.platform.web.ChartSeries;
import org.zhuxi.platform.web.Links;
import org.zhuxi.platform.web.Measure;
import org.zhuxi.platform.web.Wrong;
import org.zhuxi.sensing.Device;
import org.zhuxi.sensing.DeviceSeries;
import org.zhuxi.sensing.DeviceTemplates;
import org.zhuxi.sensing.Devices;
import org.zhuxi.sensing.NewDevice;
import org.zhuxi.sensing.SensingPermissions;
import org.zhuxi.sensing.internal.Forms;
import org.zhuxi.sensing.retention.Retentions;
import org.zhuxi.sensing.tap.Taps;

/** Devices at the desk: which there are, how they are doing, claiming one, and what it observes. */
@Controller
class DevicePages {

    static final String PATH = "/work/devices";

    private static final int PAGE = 40;
    private static final int CSV_PAGE = 500;
    private static final int DAYS = 30;
    private static final Names MEANS = new Names("每日平均", "Mean of each day");

    private final Devices devices;
    private final DeviceTemplates templates;
    private final Taps taps;
    private final Kinds kinds;
    private final Retentions retentions;
    private final WorkPlaces work;
    private final Places places;
    private final Clock clock;

    DevicePages(
            Devices devices,
            DeviceTemplates templates,
            Taps taps,
            Kinds kinds,
            Retentions retentions,
            WorkPlaces work,
            Places places,
            Clock clock) {
        this.devices = devices;
        this.templates = templates;
        this.taps = taps;
        this.kinds = kinds;
        this.retentions = retentions;
        this.work = work;
        this.places = places;
        this.clock = clock;
    }

    @GetMapping(PATH)
    ModelAndView list(
            Actor actor,
            @RequestParam @Nullable String place,
            @RequestParam @Nullable String q,
            @RequestParam @Nullable String silent,
            @RequestParam @Nullable String after) {
        var at = work.of(actor, SensingPermissions.READ, place);
        var words = Typed.optional("q", q, 100);
        var isSilentOnly = "on".equals(silent);
        var found = devices.list(actor, at.path(), words, isSilentOnly, PAGE, Typed.optional("after", after, 40));
        var flag = isSilentOnly ? "on" : "";
        var next = found.next();
        return new ModelAndView("sensing/devices")
                .addObject("place", at)
                .addObject("words", words)
                .addObject("silent", isSilentOnly)
                .addObject("found", found)
                .addObject("now", clock.instant())
                .addObject("mayAdd", actor.may(SensingPermissions.MANAGE, at.path()))
                .addObject("csv", Links.to(PATH + ".csv", "place", at.code(), "q", words, "silent", flag))
                .addObject(
                        "next",
                        next == null
                                ? ""
                                : Links.to(PATH, "place", at.code(), "q", words, "silent", flag, "after", next));
    }

    @GetMapping(PATH + ".csv")
    void csv(
            Actor actor,
            @RequestParam @Nullable String place,
            @RequestParam @Nullable String q,
            @RequestParam @Nullable String silent,
            HttpServletResponse response)
            throws IOException {
        var at = work.of(actor, SensingPermissions.READ, place);
        var words = Typed.optional("q", q, 100);
        var now = clock.instant();
        var first = devices.list(actor, at.path(), words, "on".equals(silent), CSV_PAGE, null);
        try (var csv = CsvTable.download(
                response, "devices-" + at.code(), "code", "name", "template", "place", "health", "last_seen_at")) {
            var slice = first;
            while (true) {
                for (var it : slice.items()) {
                    csv.row(
                            it.code(),
                            it.name(),
                            it.template().code(),
                            it.place(),
                            it.health(now).name(),
                            it.lastSeenAt());
                }
                var next = slice.next();
                if (next == null) {
                    return;
                }
                slice = devices.list(actor, at.path(), words, "on".equals(silent), CSV_PAGE, next);
            }
        }
    }

    @GetMapping(PATH + "/new")
    ModelAndView begin(Actor actor, @RequestParam @Nullable String place, @RequestParam @Nullable String code) {
        var at = work.of(actor, SensingPermissions.MANAGE, place);
        actor.require(SensingPermissions.MANAGE, at.path());
        var fields = new HashMap<String, String>();
        fields.put("place", at.community() == null ? "" : at.code());
        fields.put("code", Typed.text(code));
        return form(fields);
    }

    private ModelAndView form(Map<String, String> fields) {
        return new ModelAndView("sensing/new-device")
                .addObject("fields", fields)
                .addObject("templates", templates.list())
                .addObject("wrong", Wrong.nothing());
    }

    @PostMapping(PATH)
    ModelAndView claim(Actor actor, @RequestParam Map<String, String> fields) {
        try {
            var device = devices.claim(
                    actor,
                    new NewDevice(
                            fields.get("code"),
                            fields.get("template"),
                            fields.get("place"),
                            fields.get("name"),
                            fields.containsKey("open")),
                    Origin.RECORDED);
            return new ModelAndView("redirect:" + PATH + "/" + device.code());
        } catch (Refused refused) {
            return Forms.again(form(fields), refused);
        }
    }

    @GetMapping(PATH + "/{code}")
    ModelAndView show(Actor actor, @PathVariable String code) {
        return one(actor, code);
    }

    private ModelAndView one(Actor actor, String code) {
        var device = devices.get(actor, code);
        var series = devices.series(actor, device, DAYS);
        return new ModelAndView("sensing/device")
                .addObject("device", device)
                .addObject("health", device.health(clock.instant()))
                .addObject("series", series)
                .addObject("taps", taps.ofDevice(actor, device))
                .addObject("kinds", kinds)
                .addObject(
                        "droppedUntil", retentions.droppedUntil(actor, device).orElse(null))
                .addObject(
                        "charts", series.stream().map(row -> chart(device, row)).toList())
                .addObject("mayManage", actor.may(SensingPermissions.MANAGE, device.path()))
                .addObject("wrong", Wrong.nothing());
    }

    private Chart chart(Device device, DeviceSeries row) {
        var today = LocalDate.now(
                clock.withZone(places.getCommunity(device.community()).zone()));
        var timeline = Timeline.upTo(today, DAYS, CalendarStep.DAY);
        var points = new HashMap<LocalDate, ChartPoint>();
        row.days().forEach((day, mean) -> points.put(day, ChartPoint.of(mean, false)));
        var quantity = row.quantity();
        return new Chart(
                quantity.code(),
                Chart.Form.LINES,
                MEANS,
                new Measure(
                        new Names(quantity.symbol(), quantity.symbol()),
                        quantity.decimals(),
                        quantity.symbol().equals("%")),
                timeline,
                List.of(ChartSeries.of(quantity.code(), quantity.names(), timeline, points)),
                PATH + "/" + device.code() + "/days.csv?quantity=" + quantity.code());
    }

    @GetMapping(PATH + "/{code}/days.csv")
    void days(
            Actor actor,
            @PathVariable String code,
            @RequestParam @Nullable String quantity,
            HttpServletResponse response)
            throws IOException {
        var device = devices.get(actor, code);
        var row = devices.series(actor, device, DAYS).stream()
                .filter(one -> quantity == null || one.quantity().code().equals(quantity))
                .findFirst()
                .orElseThrow(() -> new Refused.NotFound(String.valueOf(quantity)));
        ChartFile.download(response, "device-" + device.code(), chart(device, row));
    }

    @PostMapping(PATH + "/{code}/retirement")
    ModelAndView retire(Actor actor, @PathVariable String code, @RequestParam @Nullable String reason) {
        try {
            devices.retire(actor, code, reason);
            return new ModelAndView("redirect:" + PATH);
        } catch (Refused refused) {
            return Forms.again(one(actor, code), refused);
        }
    }
}
