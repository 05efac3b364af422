package org.zhuxi.sensing.internal.meter;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.HouseholdRef;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Period;
import org.zhuxi.kernel.Refused;
import org.zhuxi.platform.web.Wrong;
import org.zhuxi.sensing.meter.HomeUse;
import org.zhuxi.sensing.meter.Meter;
import org.zhuxi.sensing.meter.MeterKind;
import org.zhuxi.sensing.meter.Meters;
import org.zhuxi.sensing.meter.Neighbours;

/** A home's own meters: entering a reading, what it used per person and day, what it saved, how homes like it do. */
@Controller
public class MyMeterPages {

    private static final String PATH = "/me/meters";

    private final Meters meters;
    private final PhotographedReading entry;

    MyMeterPages(Meters meters, PhotographedReading entry) {
        this.meters = meters;
        this.entry = entry;
    }

    /** One kind of meter on the page. */
    public record Line(HomeUse use, Neighbours neighbours) {}

    @GetMapping(PATH)
    ModelAndView show(Actor actor, @RequestParam @Nullable String from, @RequestParam @Nullable String to) {
        try {
            return page(actor, from, to, null, Map.of());
        } catch (Refused refused) {
            return Wrong.again(page(actor, null, null, null, Map.of()), refused);
        }
    }

    private ModelAndView page(
            Actor actor,
            @Nullable String from,
            @Nullable String to,
            @Nullable UUID typedFor,
            Map<String, String> fields) {
        actor.account();
        var own = meters.ofHouseholds(actor, actor.households());
        var lines = new ArrayList<Line>();
        Period period = null;
        for (var household : actor.households()) {
            period = MeterForm.period(from, to, meters.latest(household.community()));
            lines.addAll(lines(actor, household, own, period));
        }
        return new ModelAndView("sensing/meter/mine")
                .addObject("isAtHome", !actor.households().isEmpty())
                .addObject(
                        "meters",
                        own.stream().filter(it -> it.closedOn() == null).toList())
                .addObject("lines", lines)
                .addObject("period", period)
                .addObject("typedFor", typedFor == null ? "" : typedFor.toString())
                .addObject("fields", fields)
                .addObject("fresh", Ids.next().toString())
                .addObject("wrong", Wrong.nothing());
    }

    private List<Line> lines(Actor actor, HouseholdRef household, List<Meter> own, Period period) {
        return List.of(MeterKind.values()).stream()
                .filter(kind -> own.stream().anyMatch(it -> it.kind() == kind && household.equals(it.owner())))
                .map(kind -> new Line(
                        meters.use(actor, household, kind, period), meters.neighbours(actor, household, kind, period)))
                .toList();
    }

    @PostMapping(PATH + "/{id}/readings")
    ModelAndView read(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam Map<String, String> fields,
            @RequestParam(required = false) @Nullable MultipartFile photo)
            throws IOException {
        var owner = meters.get(actor, id).owner();
        if (owner == null || !actor.belongsTo(owner)) {
            throw new Refused.NotFound(id);
        }
        try {
            entry.take(actor, MeterForm.reading(id, fields), photo);
            return new ModelAndView("redirect:" + PATH);
        } catch (Refused refused) {
            return Wrong.again(page(actor, null, null, id, fields), refused);
        }
    }
}
