package org.zhuxi.sensing.internal.sta;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.util.Objects;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;
import org.zhuxi.kernel.Actor;
import org.zhuxi.sensing.SensorThings;

/** The SensorThings service over HTTP. */
@RestController
class StaApi {

    static final String ROOT = "/sta/v1.1";

    private final SensorThings things;
    private final boolean isOpen;

    /** @param isOpen {@code zhuxi.sensing.open}: anybody on this machine may read and write */
    StaApi(SensorThings things, @Value("${zhuxi.sensing.open:false}") boolean isOpen) {
        this.things = things;
        this.isOpen = isOpen;
    }

    @GetMapping(ROOT)
    void landing(Actor actor, HttpServletRequest request, HttpServletResponse response) throws IOException {
        answer(actor, request, response);
    }

    @GetMapping(ROOT + "/{*path}")
    void read(Actor actor, HttpServletRequest request, HttpServletResponse response) throws IOException {
        answer(actor, request, response);
    }

    @PostMapping(ROOT + "/{*path}")
    void create(Actor actor, HttpServletRequest request, HttpServletResponse response) throws IOException {
        answer(actor, request, response);
    }

    @PatchMapping(ROOT + "/{*path}")
    void merge(Actor actor, HttpServletRequest request, HttpServletResponse response) throws IOException {
        answer(actor, request, response);
    }

    @PutMapping(ROOT + "/{*path}")
    void replace(Actor actor, HttpServletRequest request, HttpServletResponse response) throws IOException {
        answer(actor, request, response);
    }

    @DeleteMapping(ROOT + "/{*path}")
    void delete(Actor actor, HttpServletRequest request, HttpServletResponse response) throws IOException {
        answer(actor, request, response);
    }

    private void answer(Actor actor, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var url = request.getRequestURL().toString();
        var begin = url.indexOf(ROOT) + ROOT.length();
        var path = url.substring(begin);
        var answer = things.answer(
                actor,
                isOpen && isFromHere(request),
                new StaRequest(
                        request.getMethod(),
                        url.substring(0, begin) + "/",
                        path.startsWith("/") ? path.substring(1) : path,
                        request.getQueryString(),
                        Objects.requireNonNullElse(request.getContentType(), ""),
                        request.getInputStream().readAllBytes()));
        response.setStatus(answer.status());
        if (answer.location() != null) {
            response.setHeader("Location", answer.location());
        }
        if (answer.body().length > 0) {
            response.setContentType(answer.contentType());
            response.setContentLength(answer.body().length);
            response.getOutputStream().write(answer.body());
        }
    }

    /** Behind a proxy every request would come from this machine. */
    private static boolean isFromHere(HttpServletRequest request) throws IOException {
        return request.getHeader("X-Forwarded-For") == null
                && request.getHeader("Forwarded") == null
                && InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress();
    }
}
