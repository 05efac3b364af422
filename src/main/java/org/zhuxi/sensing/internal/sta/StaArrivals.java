package org.zhuxi.sensing.internal.sta;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhuxi.sensing.internal.model.EntityType;
import org.zhuxi.sensing.internal.query.ResourcePath;
import org.zhuxi.sensing.internal.store.ObservationTaker;
import org.zhuxi.sensing.internal.store.Observations;
import org.zhuxi.sensing.internal.store.Scribe;
import tools.jackson.databind.JsonNode;

/** New entities that came one after the other on one way: observations that only point to what is there share commits. */
@Component
public class StaArrivals {

    private static final long LONGEST_WAIT_SECONDS = 30;

    private final StaDesk desk;
    private final StaWrites writes;
    private final StaFailures failures;
    private final ObservationTaker taker;
    private final Observations observations;

    StaArrivals(
            StaDesk desk, StaWrites writes, StaFailures failures, ObservationTaker taker, Observations observations) {
        this.desk = desk;
        this.writes = writes;
        this.failures = failures;
        this.taker = taker;
        this.observations = observations;
    }

    /** Answers each in order, when all of them are kept or refused. */
    public List<StaAnswer> answer(Scribe scribe, List<StaRequest> requests) {
        var answers = new ArrayList<CompletableFuture<StaAnswer>>(requests.size());
        for (var request : requests) {
            answers.add(begin(scribe, request, answers));
        }
        return answers.stream().map(CompletableFuture::join).toList();
    }

    private CompletableFuture<StaAnswer> begin(
            Scribe scribe, StaRequest request, List<CompletableFuture<StaAnswer>> before) {
        try {
            var stream = stream(request.path());
            var body = stream == null ? null : writes.read(request.body());
            if (stream == null || body == null || !ObservationTaker.isFlat(body)) {
                before.forEach(CompletableFuture::join);
                return CompletableFuture.completedFuture(desk.answer(scribe, request));
            }
            return keep(scribe, request, body, stream);
        } catch (RuntimeException e) {
            return CompletableFuture.completedFuture(failures.answer(scribe, e));
        }
    }

    /**
     * The stream that the address of a set of observations names, empty when the body names it, null for other sets. Whoever may send
     * observations need not see the stream, so it is not looked up among what may be seen.
     */
    private static @Nullable Map<String, Long> stream(String address) {
        var path = ResourcePath.parse(address);
        var steps = path.steps();
        if (path.last().type() != EntityType.OBSERVATION
                || path.last().isOne()
                || path.isReference()
                || steps.size() > 2) {
            return null;
        }
        var first = steps.getFirst();
        if (steps.size() == 1) {
            return Map.of();
        }
        return first.type().isStream() && first.id() != null
                ? Map.of(first.type().singular(), first.id())
                : null;
    }

    private CompletableFuture<StaAnswer> keep(
            Scribe scribe, StaRequest request, JsonNode body, Map<String, Long> stream) {
        StaDesk.requireSomebody(scribe, request.method());
        return observations
                .submit(taker.read(scribe, body, stream))
                .orTimeout(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS)
                .handle((id, failure) -> failure == null ? kept(request, id) : failed(scribe, failure));
    }

    private StaAnswer kept(StaRequest request, long id) {
        return id == 0
                ? failures.of(400, "The stream is gone")
                : StaAnswer.created(request.root() + EntityType.OBSERVATION.set() + "(" + id + ")");
    }

    private StaAnswer failed(Scribe scribe, Throwable failure) {
        return switch (failure) {
            case TimeoutException late -> failures.of(503, "It is not known yet whether it is kept");
            case CompletionException wrapped
            when wrapped.getCause() instanceof RuntimeException cause -> failures.answer(scribe, cause);
            case RuntimeException known -> failures.answer(scribe, known);
            default -> failures.answer(scribe, new IllegalStateException(failure));
        };
    }
}
