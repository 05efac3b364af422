package org.zhuxi.sensing.internal.sta;

import org.springframework.stereotype.Component;
import org.zhuxi.sensing.internal.query.StaError;
import org.zhuxi.sensing.internal.store.Scribe;

/** Hands each request to where it is done. */
@Component
public class StaDesk {

    private final StaLanding landing;
    private final StaReads reads;
    private final StaWrites writes;
    private final StaDataArrays dataArrays;
    private final StaBatch batch;
    private final StaFailures failures;

    StaDesk(
            StaLanding landing,
            StaReads reads,
            StaWrites writes,
            StaDataArrays dataArrays,
            StaBatch batch,
            StaFailures failures) {
        this.landing = landing;
        this.reads = reads;
        this.writes = writes;
        this.dataArrays = dataArrays;
        this.batch = batch;
        this.failures = failures;
    }

    public StaAnswer answer(Scribe scribe, StaRequest request) {
        try {
            return route(scribe, request);
        } catch (RuntimeException e) {
            return failures.answer(scribe, e);
        }
    }

    private StaAnswer route(Scribe scribe, StaRequest request) {
        requireSomebody(scribe, request.method());
        return switch (request.method()) {
            case "GET", "HEAD" ->
                request.path().isEmpty() ? landing.answer(request.root()) : reads.answer(scribe, request);
            case "POST" -> post(scribe, request);
            case "PATCH" -> writes.change(scribe, request, false);
            case "PUT" -> writes.change(scribe, request, true);
            case "DELETE" -> writes.delete(scribe, request);
            default -> throw StaError.notAllowed(request.method() + " is not offered");
        };
    }

    /** Nobody in particular changes nothing, and is not told what is there. */
    static void requireSomebody(Scribe scribe, String method) {
        if (!method.equals("GET") && !method.equals("HEAD") && !scribe.isFree()) {
            scribe.actor().account();
        }
    }

    private StaAnswer post(Scribe scribe, StaRequest request) {
        return switch (request.path()) {
            case "CreateObservations" -> dataArrays.create(scribe, request);
            case "$batch", "%24batch" -> batch.answer(scribe, request, this);
            default -> writes.create(scribe, request);
        };
    }

    /** For parts of a batch that are done together: the failure undoes them. */
    StaAnswer within(Scribe scribe, StaRequest request) {
        return route(scribe, request);
    }

    StaAnswer failure(Scribe scribe, RuntimeException e) {
        return failures.answer(scribe, e);
    }
}
