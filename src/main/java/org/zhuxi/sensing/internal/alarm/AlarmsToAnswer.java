package org.zhuxi.sensing.internal.alarm;

import org.springframework.stereotype.Component;
import org.zhuxi.kernel.Actor;
import org.zhuxi.platform.manifest.WaitingList;
import org.zhuxi.sensing.SensingPermissions;
import org.zhuxi.sensing.alarm.Alarms;

/** Alarms that nobody has taken in hand. */
@Component
class AlarmsToAnswer implements WaitingList {

    private final Alarms alarms;

    AlarmsToAnswer(Alarms alarms) {
        this.alarms = alarms;
    }

    @Override
    public String label() {
        return "sensing.alarm.waiting";
    }

    @Override
    public String icon() {
        return "bell";
    }

    @Override
    public String path() {
        return AlarmPages.PATH;
    }

    @Override
    public boolean concerns(Actor actor) {
        return actor.mayAnywhere(SensingPermissions.ANSWER);
    }

    @Override
    public long count(Actor actor) {
        return alarms.countWaiting(actor);
    }
}
