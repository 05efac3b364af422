package org.zhuxi.sensing;

import org.springframework.stereotype.Service;
import org.zhuxi.kernel.Actor;
import org.zhuxi.sensing.internal.sta.StaAnswer;
import org.zhuxi.sensing.internal.sta.StaDesk;
import org.zhuxi.sensing.internal.sta.StaRequest;
import org.zhuxi.sensing.internal.store.Scribe;

/** The OGC SensorThings service: things, their streams and observations for programs of all makers. */
@Service
public class SensorThings {

    private final StaDesk desk;

    SensorThings(StaDesk desk) {
        this.desk = desk;
    }

    /**
     * Answers a request as OGC 18-088 wants it; what is refused is an answer too, never an exception. A visitor sees things that are
     * open; others what lies in places where they hold {@link SensingPermissions#READ}.
     *
     * @param isFree whether anybody may read and write, as conformance suites on one's own machine need it
     */
    public StaAnswer answer(Actor actor, boolean isFree, StaRequest request) {
        return desk.answer(new Scribe(actor, isFree), request);
    }
}
