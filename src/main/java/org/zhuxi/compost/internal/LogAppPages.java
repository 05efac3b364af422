package org.zhuxi.compost.internal;

import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import org.zhuxi.platform.manifest.KeptPage;
import org.zhuxi.platform.web.Messages;
import tools.jackson.databind.json.JsonMapper;

/** The compost log that a phone keeps: the same page for everybody, entries wait on the phone until there is a line. */
@Controller
class LogAppPages implements KeptPage {

    private static final String PATH = "/field/compost/log";

    /** What the scripts say, by the last part of its key. */
    private static final List<String> SPOKEN = List.of(
            "saved",
            "saved-without-photo",
            "missing",
            "unreadable",
            "one-of-two",
            "swapped",
            "full",
            "photo-unreadable",
            "photo-refused",
            "photo-too-large",
            "offline",
            "no-line",
            "sign-in",
            "signed-out",
            "sending",
            "trouble",
            "all-sent",
            "more",
            "correct",
            "discard",
            "state-queued",
            "state-sending",
            "state-sent",
            "state-refused",
            "state-conflict");

    private final Messages messages;
    private final JsonMapper json;

    LogAppPages(Messages messages, JsonMapper json) {
        this.messages = messages;
        this.json = json;
    }

    @Override
    public String path() {
        return PATH;
    }

    @Override
    public List<String> files() {
        return List.of("/assets/field/compost.js");
    }

    @GetMapping(PATH)
    ModelAndView page(Locale locale) {
        return new ModelAndView("compost/log-app")
                .addObject("words", json.writeValueAsString(messages.spoken(locale, "compost.say.", SPOKEN)));
    }
}
