package org.zhuxi.sensing.internal.device;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhuxi.kernel.Actor;
import org.zhuxi.sensing.Device;
import org.zhuxi.sensing.Devices;
import tools.jackson.databind.json.JsonMapper;

/**
 * Readings of a device as server-sent events (WHATWG HTML §9.2). A stream ends after some seconds and the browser comes back for what
 * is new, so that stopping the program waits for nobody.
 */
@Controller
class LivePages {

    private static final int LONGEST_SECONDS = 25;
    private static final int MOST_VIEWERS = 200;
    private static final int FIRST = 200;
    private static final Duration LOOK_BACK = Duration.ofDays(1);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Semaphore viewers = new Semaphore(MOST_VIEWERS);
    private final Devices devices;
    private final JsonMapper json;
    private final Clock clock;

    LivePages(Devices devices, JsonMapper json, Clock clock) {
        this.devices = devices;
        this.json = json;
        this.clock = clock;
    }

    @GetMapping(DevicePages.PATH + "/{code}/live")
    void live(
            Actor actor,
            @PathVariable String code,
            @RequestParam(defaultValue = "25") int seconds,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String last,
            HttpServletResponse response)
            throws IOException {
        var device = devices.get(actor, code);
        response.setContentType("text/event-stream;charset=UTF-8");
        response.setHeader("Cache-Control", "no-store");
        if (!viewers.tryAcquire()) {
            // nothing now; the browser asks again in a minute
            write(response, "retry: 60000\n\n");
            return;
        }
        try {
            follow(actor, device, since(last), Math.clamp(seconds, 0, LONGEST_SECONDS), response);
        } finally {
            viewers.release();
        }
    }

    private Instant since(@Nullable String last) {
        try {
            return last == null ? clock.instant().minus(LOOK_BACK) : Instant.parse(last);
        } catch (DateTimeException e) {
            return clock.instant().minus(LOOK_BACK);
        }
    }

    private void follow(Actor actor, Device device, Instant since, int seconds, HttpServletResponse response)
            throws IOException {
        write(response, "retry: 1000\n\n");
        var after = since;
        for (var round = 0; round <= seconds; round++) {
            for (var reading : devices.live(actor, device, after, FIRST)) {
                after = reading.at();
                write(response, "id: " + after + "\ndata: " + json.writeValueAsString(reading) + "\n\n");
            }
            if (round < seconds && !hasWaited()) {
                return;
            }
        }
    }

    private static boolean hasWaited() {
        try {
            Thread.sleep(PAUSE);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void write(HttpServletResponse response, String event) throws IOException {
        response.getOutputStream().write(event.getBytes(StandardCharsets.UTF_8));
        response.flushBuffer();
    }
}
