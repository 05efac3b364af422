package org.zhuxi.request.internal;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Mistyped;
import org.zhuxi.kernel.Origin;
import org.zhuxi.place.WorkPlaces;
import org.zhuxi.request.CallBacks;
import org.zhuxi.request.NewRequest;
import org.zhuxi.request.RequestDesk;
import org.zhuxi.request.RequestRates;
import org.zhuxi.request.RequestSource;
import org.zhuxi.request.RequestState;
import org.zhuxi.request.Requests;
import org.zhuxi.request.Satisfaction;
import org.zhuxi.request.ServiceType;
import org.zhuxi.request.ServiceTypes;

/** Requests for programs; reading is open, see also Open311. */
@RestController
@RequestMapping("/api/v1/requests")
class RequestsApi {

    private static final int PAGE = 100;
    private static final int FIRST_YEAR = 2000;

    private final Requests requests;
    private final RequestDesk desk;
    private final CallBacks callBacks;
    private final ServiceTypes services;
    private final WorkPlaces work;
    private final RequestGate gate;

    RequestsApi(
            Requests requests,
            RequestDesk desk,
            CallBacks callBacks,
            ServiceTypes services,
            WorkPlaces work,
            RequestGate gate) {
        this.requests = requests;
        this.desk = desk;
        this.callBacks = callBacks;
        this.services = services;
        this.work = work;
        this.gate = gate;
    }

    record Items(List<RequestJson.Line> items, @Nullable String next) {}

    /** @param isNew that the sender has seen what was reported nearby */
    record Report(
            @Nullable String place,
            @Nullable String service,
            @Nullable String words,
            @Nullable String where,
            @Nullable BigDecimal latitude,
            @Nullable BigDecimal longitude,
            @Nullable String phone,
            @Nullable Map<String, List<String>> answers,
            @Nullable Boolean isNew) {}

    record Move(
            @Nullable RequestState to,
            @Nullable String words,
            @Nullable String office) {}

    record Said(
            @Nullable Boolean resolved,
            @Nullable Satisfaction satisfaction,
            @Nullable String words) {}

    record Released(@Nullable String words) {}

    record Services(List<ServiceType> items) {}

    @GetMapping
    Items list(
            @RequestParam(required = false) @Nullable String place,
            @RequestParam Map<String, String> query,
            @RequestParam(required = false) @Nullable UUID after) {
        var found = requests.list(work.open(place).path(), RequestQuery.read(query, null), PAGE, after);
        var today = gate.today();
        return new Items(
                found.items().stream().map(it -> RequestJson.Line.of(it, today)).toList(), found.next());
    }

    @GetMapping("/services")
    Services services() {
        return new Services(services.list());
    }

    @GetMapping("/rates")
    RequestRates rates(
            @RequestParam(required = false) @Nullable String place,
            @RequestParam(required = false) @Nullable Integer year) {
        var asked = year == null ? gate.today().getYear() : year;
        if (asked < FIRST_YEAR || asked > gate.today().getYear()) {
            throw new Mistyped.OutOfRange("year", FIRST_YEAR, gate.today().getYear());
        }
        return requests.rates(work.open(place).path(), asked);
    }

    @GetMapping("/{id}")
    RequestJson.Story get(@PathVariable UUID id) {
        return RequestJson.Story.of(requests.story(id), gate.today());
    }

    @PutMapping("/{id}")
    RequestJson.Received report(Actor actor, @PathVariable UUID id, @RequestBody Report body) {
        actor.account();
        var typed = new NewRequest(
                id,
                null,
                body.place(),
                body.service(),
                body.words(),
                body.where(),
                Sent.point(text(body.latitude()), text(body.longitude())),
                body.phone(),
                body.answers(),
                RequestSource.PAGE,
                Boolean.TRUE.equals(body.isNew()));
        var kept = requests.report(actor, typed, Origin.RECORDED);
        return new RequestJson.Received(RequestJson.Line.of(kept, gate.today()), kept.code());
    }

    private static String text(@Nullable BigDecimal number) {
        return number == null ? "" : number.toPlainString();
    }

    @PostMapping("/{id}/moves")
    RequestJson.Line move(Actor actor, @PathVariable UUID id, @RequestBody Move body) {
        return RequestJson.Line.of(desk.move(actor, id, body.to(), body.words(), body.office()), gate.today());
    }

    @PostMapping("/{id}/call-back")
    RequestJson.Line callBack(Actor actor, @PathVariable UUID id, @RequestBody Said body) {
        callBacks.record(actor, id, body.resolved(), body.satisfaction(), body.words());
        return RequestJson.Line.of(requests.get(id), gate.today());
    }

    @PutMapping("/{id}/words")
    RequestJson.Line release(Actor actor, @PathVariable UUID id, @RequestBody Released body) {
        desk.release(actor, id, body.words());
        return RequestJson.Line.of(requests.get(id), gate.today());
    }
}
