package org.zhuxi.sensing.internal.lorawan;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.zhuxi.kernel.Actor;
import org.zhuxi.sensing.Devices;
import org.zhuxi.sensing.ReadingOutcome;
import tools.jackson.databind.JsonNode;

/** Where LoRaWAN network servers post uplinks; the device is claimed by its DevEUI. */
@RestController
@RequestMapping("/api/v1/networks")
class NetworksApi {

    private final Devices devices;

    NetworksApi(Devices devices) {
        this.devices = devices;
    }

    /** @param status null when there was no reading in the message @param problem slug of why it was refused, else null */
    record Answer(
            ReadingOutcome.@Nullable Status status,
            @Nullable String problem) {}

    @PostMapping("/chirpstack")
    Answer chirpStack(Actor actor, @RequestParam(defaultValue = "up") String event, @RequestBody JsonNode body) {
        return take(actor, event.equals("up") ? Uplinks.chirpStack(body) : Optional.empty());
    }

    @PostMapping("/ttn")
    Answer theThings(Actor actor, @RequestBody JsonNode body) {
        return take(actor, Uplinks.theThings(body));
    }

    private Answer take(Actor actor, Optional<Uplink> uplink) {
        actor.account();
        return uplink.map(one -> devices.takeKnown(actor, one.eui(), List.of(one.reading()))
                        .getFirst())
                .map(NetworksApi::answer)
                .orElse(new Answer(null, null));
    }

    private static Answer answer(ReadingOutcome outcome) {
        var problem = outcome.problem();
        return new Answer(outcome.status(), problem == null ? null : problem.slug());
    }
}
