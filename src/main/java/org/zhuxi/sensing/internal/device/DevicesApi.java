package org.zhuxi.sensing.internal.device;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.Typed;
import org.zhuxi.place.WorkPlaces;
import org.zhuxi.platform.web.ProblemWriter;
import org.zhuxi.sensing.Device;
import org.zhuxi.sensing.DeviceReading;
import org.zhuxi.sensing.Devices;
import org.zhuxi.sensing.NewDevice;
import org.zhuxi.sensing.ReadingOutcome;
import org.zhuxi.sensing.SensingPermissions;
import org.zhuxi.sensing.SensingRefused;

/** The simple protocol of devices, and devices for programs. */
@RestController
@RequestMapping("/api/v1/devices")
class DevicesApi {

    private static final int PAGE = 100;

    private final Devices devices;
    private final WorkPlaces work;
    private final ProblemWriter problems;

    DevicesApi(Devices devices, WorkPlaces work, ProblemWriter problems) {
        this.devices = devices;
        this.work = work;
        this.problems = problems;
    }

    record Items(List<Device> items, @Nullable String next) {}

    @GetMapping
    Items list(
            Actor actor,
            @RequestParam @Nullable String place,
            @RequestParam @Nullable String q,
            @RequestParam @Nullable String silent,
            @RequestParam @Nullable String after) {
        var at = work.of(actor, SensingPermissions.READ, place);
        var found = devices.list(
                actor,
                at.path(),
                Typed.optional("q", q, 100),
                "on".equals(silent),
                PAGE,
                Typed.optional("after", after, 40));
        return new Items(found.items(), found.next());
    }

    @GetMapping("/{id}")
    Device get(Actor actor, @PathVariable String id) {
        return devices.get(actor, id);
    }

    record Claim(
            @Nullable String template,
            @Nullable String place,
            @Nullable String name,
            @Nullable Boolean open) {}

    @PutMapping("/{id}")
    Device claim(Actor actor, @PathVariable String id, @RequestBody Claim body) {
        return devices.claim(
                actor,
                new NewDevice(id, body.template(), body.place(), body.name(), Boolean.TRUE.equals(body.open())),
                Origin.RECORDED);
    }

    record Result(
            long sequence,
            ReadingOutcome.Status status,
            @Nullable ProblemDetail problem) {}

    record Results(List<Result> results) {}

    @PostMapping(path = "/{id}/readings", consumes = MediaType.APPLICATION_JSON_VALUE)
    Results take(Actor actor, @PathVariable String id, @RequestBody ReadingMessage body) {
        return results(devices.take(actor, id, body.checked()));
    }

    /** The first line names the columns: {@code sequence,at} and quantities. */
    @PostMapping(path = "/{id}/readings", consumes = "text/csv")
    Results takeTable(Actor actor, @PathVariable String id, @RequestBody String body) {
        var lines = body.lines().filter(line -> !line.isBlank()).toList();
        if (lines.size() < 2 || lines.size() > Devices.MOST_READINGS + 1) {
            throw new SensingRefused.NoReadings(Devices.MOST_READINGS);
        }
        var heads = lines.getFirst().split(",", -1);
        var readings = new ArrayList<DeviceReading>();
        for (var line : lines.subList(1, lines.size())) {
            readings.add(ReadingLine.read(heads, line.split(",", -1)));
        }
        return results(devices.take(actor, id, readings));
    }

    private Results results(List<ReadingOutcome> outcomes) {
        var locale = LocaleContextHolder.getLocale();
        return new Results(outcomes.stream()
                .map(one -> {
                    var problem = one.problem();
                    return new Result(
                            one.sequence(), one.status(), problem == null ? null : problems.item(problem, locale));
                })
                .toList());
    }
}
