package org.zhuxi.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import org.zhuxi.kernel.Problem;
import tools.jackson.databind.json.JsonMapper;

/** Puts a problem into RFC 9457 and the reader's words. */
@Component
public class ProblemWriter {

    private final Messages messages;
    private final JsonMapper json;

    ProblemWriter(Messages messages, JsonMapper json) {
        this.messages = messages;
        this.json = json;
    }

    /** Whether the client is a program that wants JSON and not a page. */
    public static boolean isForPrograms(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/api/");
    }

    public ProblemDetail detail(Problem problem, HttpStatusCode status, Locale locale, String instance) {
        var detail = item(problem, status, locale);
        detail.setInstance(URI.create(instance));
        return detail;
    }

    /** A problem of one item in a batch, which has no address of its own. */
    public ProblemDetail item(Problem problem, Locale locale) {
        return item(problem, HttpStatusCode.valueOf(problem.kind().status()), locale);
    }

    private ProblemDetail item(Problem problem, HttpStatusCode status, Locale locale) {
        var detail = ProblemDetail.forStatusAndDetail(status, messages.explain(locale, problem));
        detail.setType(Problems.typeOf(problem.slug()));
        detail.setTitle(messages.get(locale, "problem.title." + status.value()));
        if (!problem.fields().isEmpty()) {
            detail.setProperty(
                    "errors",
                    problem.fields().stream()
                            .map(field -> Map.of("field", field.name(), "message", messages.explain(locale, field)))
                            .toList());
        }
        return detail;
    }

    /** Answers from a filter, where no controller is at hand. */
    public void write(Problem problem, Locale locale, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var status = HttpStatusCode.valueOf(problem.kind().status());
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        json.writeValue(response.getOutputStream(), detail(problem, status, locale, request.getRequestURI()));
    }
}
