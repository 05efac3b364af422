package org.zhuxi.sensing.internal.meter;

import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import org.zhuxi.platform.manifest.KeptPage;
import org.zhuxi.platform.web.Messages;
import tools.jackson.databind.json.JsonMapper;

/** The page on which meters are read without a network: the same for everybody, readings wait on the phone until there is a line. */
@Controller
class MeterEntryPages implements KeptPage {

    private static final String PATH = "/field/meters";

    /** What the scripts say, by the last part of its key. */
    private static final List<String> SPOKEN = List.of(
            "saved",
            "missing",
            "unreadable",
            "no-day",
            "backwards",
            "last",
            "full",
            "offline",
            "no-line",
            "sign-in",
            "signed-out",
            "sending",
            "trouble",
            "all-sent",
            "correct",
            "discard",
            "state-queued",
            "state-sending",
            "state-sent",
            "state-refused",
            "state-conflict");

    private final Messages messages;
    private final JsonMapper json;

    MeterEntryPages(Messages messages, JsonMapper json) {
        this.messages = messages;
        this.json = json;
    }

    @Override
    public String path() {
        return PATH;
    }

    @Override
    public List<String> files() {
        return List.of("/assets/field/meters.js");
    }

    @GetMapping(PATH)
    ModelAndView page(Locale locale) {
        return new ModelAndView("sensing/meter/entry")
                .addObject("words", json.writeValueAsString(messages.spoken(locale, "sensing.meter.say.", SPOKEN)));
    }
}
