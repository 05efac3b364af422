package org.zhuxi.request.internal.help;

import org.springframework.stereotype.Component;
import org.zhuxi.kernel.Actor;
import org.zhuxi.platform.manifest.WaitingList;
import org.zhuxi.request.help.HelpCalls;
import org.zhuxi.request.help.HelpPermissions;
import org.zhuxi.request.internal.OwnPlaces;

/** Calls for help that nobody has acknowledged, on the today page. */
@Component
class WaitingHelp implements WaitingList {

    private final HelpCalls calls;

    WaitingHelp(HelpCalls calls) {
        this.calls = calls;
    }

    @Override
    public String label() {
        return "help.waiting";
    }

    @Override
    public String icon() {
        return "bell";
    }

    @Override
    public String path() {
        return HelpPages.WORK;
    }

    @Override
    public boolean concerns(Actor actor) {
        return actor.mayAnywhere(HelpPermissions.ANSWER);
    }

    @Override
    public long count(Actor actor) {
        return OwnPlaces.sum(actor, HelpPermissions.ANSWER, calls::countWaiting);
    }
}
