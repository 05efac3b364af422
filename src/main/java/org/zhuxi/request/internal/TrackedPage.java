package org.zhuxi.request.internal;

import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.zhuxi.platform.web.CodeAddress;
import org.zhuxi.platform.web.Wrong;
import org.zhuxi.request.CallBacks;

/** One's own report, as it answers the form with its code. */
@Component
class TrackedPage {

    static final String PATH = "/requests/track";

    private final CallBacks callBacks;
    private final Placing placing;
    private final RequestGate gate;

    TrackedPage(CallBacks callBacks, Placing placing, RequestGate gate) {
        this.callBacks = callBacks;
        this.placing = placing;
        this.gate = gate;
    }

    /** @param sent what became of a report just sent: yes, without-photo or empty */
    ModelAndView show(String code, String sent, Sent typed) {
        var story = callBacks.track(code);
        var page = new ModelAndView("request/tracked")
                .addObject("story", story)
                .addObject("place", placing.label(story.request().place()))
                .addObject("printed", TrackingCode.print(story.request().code()))
                .addObject("today", gate.today())
                .addObject("sent", sent)
                .addObject("typed", typed)
                .addObject("wrong", Wrong.nothing());
        return new CodeAddress(PATH, story.request().code()).of(page);
    }
}
