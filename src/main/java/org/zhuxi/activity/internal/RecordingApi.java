package org.zhuxi.activity.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.zhuxi.activity.Activities;
import org.zhuxi.activity.ActivityRefused;
import org.zhuxi.activity.Outcome;
import org.zhuxi.activity.Submission;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Problem;
import org.zhuxi.platform.web.ProblemWriter;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/** Takes batches of records from devices and programs. */
@RestController
@RequestMapping("/api/v1/activities")
class RecordingApi {

    private final Activities activities;
    private final ProblemWriter problems;
    private final ObjectReader reader;

    RecordingApi(Activities activities, ProblemWriter problems, JsonMapper json) {
        this.activities = activities;
        this.problems = problems;
        // decimals as they were written: 1.2 is not 1.1999999999999999556
        this.reader = json.reader().with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    }

    record Results(List<Result> results) {}

    /** @param id as it was sent */
    record Result(
            String id,
            String status,
            @Nullable ProblemDetail problem,
            @Nullable Long points) {}

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    Results record(Actor actor, Locale locale, HttpServletRequest request) throws IOException {
        var items = items(request);
        var unreadable = new ArrayList<SubmissionParser.@Nullable Unreadable>();
        var submissions = new ArrayList<Submission>();
        for (var item : items) {
            switch (SubmissionParser.parse(item)) {
                case SubmissionParser.Readable readable -> {
                    submissions.add(readable.submission());
                    unreadable.add(null);
                }
                case SubmissionParser.Unreadable refused -> unreadable.add(refused);
            }
        }
        var outcomes = activities.record(actor, submissions).iterator();
        return new Results(unreadable.stream()
                .map(refused -> refused == null
                        ? result(outcomes.next(), locale)
                        : new Result(refused.id(), "rejected", problems.item(refused.problem(), locale), null))
                .toList());
    }

    private Result result(Outcome outcome, Locale locale) {
        return new Result(
                outcome.id().toString(),
                outcome.status().name().toLowerCase(Locale.ROOT),
                outcome.problem() == null ? null : problems.item(outcome.problem(), locale),
                outcome.points());
    }

    private JsonNode items(HttpServletRequest request) throws IOException {
        var items = tree(request).path("activities");
        if (!items.isArray()) {
            throw new org.zhuxi.kernel.Refused.Invalid(Problem.ofField("activities", "field-missing"));
        }
        if (items.size() > Recorder.MOST_SUBMISSIONS) {
            throw new ActivityRefused.TooMany(items.size(), Recorder.MOST_SUBMISSIONS);
        }
        return items;
    }

    private JsonNode tree(HttpServletRequest request) throws IOException {
        try {
            return reader.readTree(request.getInputStream());
        } catch (JacksonException e) {
            throw new HttpMessageNotReadableException("No JSON", e, new ServletServerHttpRequest(request));
        }
    }
}
