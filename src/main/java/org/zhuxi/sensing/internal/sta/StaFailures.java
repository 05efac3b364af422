package org.zhuxi.sensing.internal.sta;

import java.sql.SQLException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.zhuxi.kernel.Refused;
import org.zhuxi.platform.database.GroupCommit;
import org.zhuxi.platform.database.Outage;
import org.zhuxi.platform.log.Failures;
import org.zhuxi.sensing.internal.query.StaError;
import org.zhuxi.sensing.internal.store.Scribe;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Turns what goes wrong into answers with a code and a message for the client's programmer. */
@Component
class StaFailures {

    private static final Logger LOG = LoggerFactory.getLogger(StaFailures.class);

    private final JsonMapper json;

    StaFailures(JsonMapper json) {
        this.json = json;
    }

    StaAnswer answer(Scribe scribe, RuntimeException failure) {
        return switch (failure) {
            case StaError known -> of(known.status(), words(known));
            case Refused refused -> refused(scribe, refused);
            case JacksonException unreadable -> of(400, "The body is no JSON");
            case GroupCommit.Unavailable away ->
                of(503, "Too much is waiting, or the database is away. Send it again later");
            default -> database(failure);
        };
    }

    /** What is wrong, in one line, for a row of a batch. */
    String words(RuntimeException failure) {
        return switch (failure) {
            case StaError known -> String.valueOf(known.getMessage());
            case Refused.Forbidden forbidden -> "Not allowed";
            default -> "Cannot be kept";
        };
    }

    private StaAnswer refused(Scribe scribe, Refused refused) {
        if (refused instanceof Refused.Forbidden) {
            return scribe.actor().isSignedIn()
                    ? of(403, "Not allowed here: " + refused.problem().arguments())
                    : of(401, "A token is needed for this");
        }
        return of(400, refused instanceof Refused.NotFound ? "properties.place names no place" : "Cannot be kept");
    }

    private StaAnswer database(RuntimeException failure) {
        if (Outage.isCauseOf(failure)) {
            return of(503, "The database is away. Send it again later");
        }
        var state = state(failure);
        if (state.startsWith("22") || state.equals("42883") || state.equals("42804") || state.equals("54001")) {
            return of(400, "The values cannot be compared or kept so");
        }
        if (state.startsWith("23")) {
            return of(409, "It does not fit to what is there");
        }
        if (state.equals("57014")) {
            return of(503, "The query takes too long. Ask for less");
        }
        LOG.error("A request to the SensorThings service failed: {}", Failures.anonymous(failure));
        return of(500, "Something went wrong here");
    }

    private static String state(@Nullable Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                return sql.getSQLState();
            }
        }
        return "";
    }

    StaAnswer of(int status, String message) {
        return new StaAnswer(
                status,
                null,
                StaAnswer.JSON,
                json.writeValueAsBytes(Map.of("code", status, "type", "error", "message", message)));
    }
}
