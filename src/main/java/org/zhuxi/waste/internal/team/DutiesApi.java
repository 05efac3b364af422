package org.zhuxi.waste.internal.team;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.zhuxi.kernel.Actor;
import org.zhuxi.waste.Stations;
import org.zhuxi.waste.internal.Typed;
import org.zhuxi.waste.team.Duties;
import org.zhuxi.waste.team.Duty;

/** A member's duties for programs. */
@RestController
@RequestMapping("/api/v1/duties")
class DutiesApi {

    private static final int MOST_DAYS = 60;

    private final Duties duties;
    private final Stations stations;
    private final Clock clock;

    DutiesApi(Duties duties, Stations stations, Clock clock) {
        this.duties = duties;
        this.stations = stations;
        this.clock = clock;
    }

    record DutyJson(
            UUID id,
            UUID site,
            Instant startsAt,
            Instant endsAt,
            boolean mine,
            boolean free,
            @Nullable Instant checkedInAt,
            @Nullable Instant checkedOutAt) {

        static DutyJson of(Duty it, Actor actor) {
            return new DutyJson(
                    it.id(),
                    it.site(),
                    it.startsAt(),
                    it.endsAt(),
                    actor.account().equals(it.account()),
                    it.isFree(),
                    it.checkedInAt(),
                    it.checkedOutAt());
        }
    }

    /** @param weeks how many in a row, from 1; 1 when it is left out */
    record PlanJson(
            @Nullable UUID station,
            @Nullable LocalDate day,
            @Nullable LocalTime from,
            @Nullable LocalTime to,
            @Nullable Integer weeks) {}

    record PlannedJson(UUID id, Instant startsAt, Instant endsAt) {}

    record HoursJson(UUID id, BigDecimal hours) {}

    @GetMapping
    List<DutyJson> ahead(Actor actor, @RequestParam(defaultValue = "14") int days) {
        var now = clock.instant();
        return duties.ahead(actor, now, now.plus(Duration.ofDays(Math.clamp(days, 1, MOST_DAYS)))).stream()
                .map(duty -> DutyJson.of(duty, actor))
                .toList();
    }

    /** Plans duties at a station: on a day, and on the same weekday of the following weeks. */
    @PostMapping
    List<PlannedJson> plan(Actor actor, @RequestBody PlanJson body) {
        var site = Typed.required("station", body.station());
        var plan = new Duties.Plan(
                Typed.required("day", body.day()),
                Typed.required("from", body.from()),
                Typed.required("to", body.to()),
                Objects.requireNonNullElse(body.weeks(), 1));
        return duties.plan(actor, stations.get(site).station().ref(), plan).stream()
                .map(it -> new PlannedJson(it.id(), it.startsAt(), it.endsAt()))
                .toList();
    }

    /** Takes a planned duty off the plan; one that has begun stays. */
    @PostMapping("/{id}/cancellation")
    void cancel(Actor actor, @PathVariable String id) {
        duties.cancel(actor, Typed.id(id));
    }

    @PostMapping("/{id}/taking")
    void take(Actor actor, @PathVariable String id) {
        duties.take(actor, Typed.id(id));
    }

    @PostMapping("/{id}/offer")
    void offer(Actor actor, @PathVariable String id) {
        duties.offer(actor, Typed.id(id), true);
    }

    @PostMapping("/{id}/check-in")
    void checkIn(Actor actor, @PathVariable String id) {
        duties.checkIn(actor, Typed.id(id));
    }

    @PostMapping("/{id}/check-out")
    HoursJson checkOut(Actor actor, @PathVariable String id) {
        return new HoursJson(Typed.id(id), duties.checkOut(actor, Typed.id(id)));
    }
}
