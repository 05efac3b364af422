package org.zhuxi.sensing.internal.meter;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.zhuxi.activity.EvidenceResponse;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Period;
import org.zhuxi.kernel.Refused;
import org.zhuxi.kernel.Slice;
import org.zhuxi.place.Place;
import org.zhuxi.place.WorkPlaces;
import org.zhuxi.platform.table.CsvTable;
import org.zhuxi.platform.web.Links;
import org.zhuxi.platform.web.Wrong;
import org.zhuxi.sensing.SensingPermissions;
import org.zhuxi.sensing.internal.Forms;
import org.zhuxi.sensing.meter.CommunityUse;
import org.zhuxi.sensing.meter.Meter;
import org.zhuxi.sensing.meter.MeterKind;
import org.zhuxi.sensing.meter.MeterPhotos;
import org.zhuxi.sensing.meter.Meters;

/** Meters at the desk: which there are, what was read, what the homes used and saved together. */
@Controller
class MeterPages {

    static final String PATH = "/work/meters";

    private static final int PAGE = 50;
    private static final int CSV_PAGE = 500;
    private static final int READINGS = 60;

    private final Meters meters;
    private final MeterPhotos photos;
    private final PhotographedReading entry;
    private final WorkPlaces work;

    MeterPages(Meters meters, MeterPhotos photos, PhotographedReading entry, WorkPlaces work) {
        this.meters = meters;
        this.photos = photos;
        this.entry = entry;
        this.work = work;
    }

    @GetMapping(PATH)
    ModelAndView list(
            Actor actor,
            @RequestParam @Nullable String place,
            @RequestParam @Nullable String from,
            @RequestParam @Nullable String to,
            @RequestParam @Nullable UUID after) {
        var at = work.of(actor, SensingPermissions.METERS, place);
        actor.require(SensingPermissions.METERS, at.path());
        var community = at.community();
        if (community == null) {
            return table(at, List.of(), null, new Slice<>(List.of(), null), Wrong.nothing());
        }
        var found = meters.list(actor, community, at.path(), PAGE, after);
        var usual = meters.latest(community);
        try {
            var period = MeterForm.period(from, to, usual);
            return table(at, uses(actor, community, at, period), period, found, Wrong.nothing());
        } catch (Refused refused) {
            return Wrong.again(table(at, List.of(), usual, found, Wrong.of(refused)), refused);
        }
    }

    private List<CommunityUse> uses(Actor actor, CommunityId community, Place at, Period period) {
        return List.of(MeterKind.values()).stream()
                .map(kind -> meters.community(actor, community, at.path(), kind, period))
                .toList();
    }

    private static ModelAndView table(
            Place at, List<CommunityUse> uses, @Nullable Period period, Slice<Meter> found, Wrong wrong) {
        var next = found.next();
        return new ModelAndView("sensing/meter/meters")
                .addObject("place", at)
                .addObject("uses", uses)
                .addObject("period", period)
                .addObject("found", found)
                .addObject("csv", Links.to(PATH + ".csv", "place", at.code()))
                .addObject("next", next == null ? "" : Links.to(PATH, "place", at.code(), "after", next))
                .addObject("wrong", wrong);
    }

    @GetMapping(PATH + ".csv")
    void csv(Actor actor, @RequestParam @Nullable String place, HttpServletResponse response) throws IOException {
        var at = work.of(actor, SensingPermissions.METERS, place);
        actor.require(SensingPermissions.METERS, at.path());
        var community = at.community();
        var slice = community == null
                ? new Slice<Meter>(List.of(), null)
                : meters.list(actor, community, at.path(), CSV_PAGE, null);
        try (var csv = CsvTable.download(
                response,
                "meters-" + at.code(),
                "id",
                "kind",
                "unit",
                "place",
                "name",
                "since",
                "closed_on",
                "origin")) {
            while (true) {
                for (var it : slice.items()) {
                    csv.row(
                            it.id(),
                            it.kind().name(),
                            it.kind().unit(),
                            it.place(),
                            it.name(),
                            it.since(),
                            it.closedOn(),
                            it.origin().name());
                }
                var next = slice.next();
                if (next == null || community == null) {
                    return;
                }
                slice = meters.list(actor, community, at.path(), CSV_PAGE, UUID.fromString(next));
            }
        }
    }

    @GetMapping(PATH + "/new")
    ModelAndView begin(Actor actor, @RequestParam @Nullable String place) {
        var at = work.of(actor, SensingPermissions.METERS, place);
        actor.require(SensingPermissions.METERS, at.path());
        var fields = new HashMap<String, String>();
        fields.put("place", at.community() == null ? "" : at.code());
        fields.put("id", Ids.next().toString());
        fields.put("household", "on");
        return form(fields);
    }

    private static ModelAndView form(Map<String, String> fields) {
        return new ModelAndView("sensing/meter/new-meter")
                .addObject("fields", fields)
                .addObject("wrong", Wrong.nothing());
    }

    @PostMapping(PATH)
    ModelAndView add(Actor actor, @RequestParam Map<String, String> fields) {
        Forms.require(actor, SensingPermissions.METERS, work, fields.get("place"));
        try {
            return shown(meters.add(actor, MeterForm.meter(fields)).id());
        } catch (Refused refused) {
            return Forms.again(form(fields), refused);
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
        var meter = meters.get(actor, id);
        return new ModelAndView("sensing/meter/meter")
                .addObject("meter", meter)
                .addObject("readings", meters.readings(actor, id, READINGS))
                .addObject("photos", photos.of(meter))
                .addObject("fields", fields)
                .addObject("fresh", Ids.next().toString())
                .addObject("wrong", Wrong.nothing());
    }

    @PostMapping(PATH + "/{id}/readings")
    ModelAndView read(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam Map<String, String> fields,
            @RequestParam(required = false) @Nullable MultipartFile photo)
            throws IOException {
        try {
            entry.take(actor, MeterForm.reading(id, fields), photo);
            return shown(id);
        } catch (Refused refused) {
            return Forms.again(one(actor, id, fields), refused);
        }
    }

    @GetMapping(PATH + "/{id}/readings/{reading}/photo")
    ResponseEntity<Resource> photo(Actor actor, @PathVariable UUID id, @PathVariable UUID reading) {
        return EvidenceResponse.of(photos.open(actor, id, reading));
    }

    @PostMapping(PATH + "/{id}/readings/{reading}/removal")
    ModelAndView takeBack(Actor actor, @PathVariable UUID id, @PathVariable UUID reading) {
        meters.takeBack(actor, id, reading);
        return shown(id);
    }

    @PostMapping(PATH + "/{id}/replacement")
    ModelAndView replace(Actor actor, @PathVariable UUID id, @RequestParam Map<String, String> fields) {
        try {
            var successor = MeterForm.successor(meters.get(actor, id), fields);
            return shown(meters.replace(actor, id, successor).id());
        } catch (Refused refused) {
            return Forms.again(one(actor, id, fields), refused);
        }
    }
}
