package org.zhuxi.request.internal.help;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.zhuxi.account.OnDuty;
import org.zhuxi.request.HelpCalled;
import org.zhuxi.request.help.HelpCall;
import org.zhuxi.request.help.HelpPermissions;
import org.zhuxi.request.internal.Placing;

/** Tells those on duty at the level a call has reached; how they are told is for others. */
@Component
public class DutyBell {

    private final OnDuty duty;
    private final Placing placing;
    private final ApplicationEventPublisher events;

    DutyBell(OnDuty duty, Placing placing, ApplicationEventPublisher events) {
        this.duty = duty;
        this.placing = placing;
        this.events = events;
    }

    /** Inside the transaction that made or raised the call. */
    public void ring(HelpCall call) {
        var people = duty.at(call.path(), HelpPermissions.onDuty(call.level()));
        events.publishEvent(
                new HelpCalled(call.community(), call.id(), call.level(), placing.publicLabel(call.place()), people));
    }
}
