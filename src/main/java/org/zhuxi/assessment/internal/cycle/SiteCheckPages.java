package org.zhuxi.assessment.internal.cycle;

import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.zhuxi.assessment.CommunityAssessment;
import org.zhuxi.platform.manifest.KeptPage;
import org.zhuxi.platform.web.Messages;
import tools.jackson.databind.json.JsonMapper;

/** The page on which assessors check on site, kept by their phones. */
@Controller
class SiteCheckPages implements KeptPage {

    private static final String PATH = "/field/assessments";

    /** What the scripts say, by the last part of its key. */
    private static final List<String> SPOKEN = List.of(
            "kept",
            "missing",
            "full",
            "photo-unreadable",
            "photo-refused",
            "photo-too-large",
            "offline",
            "sign-in",
            "sending",
            "trouble",
            "all-sent",
            "to-do",
            "yes",
            "no",
            "state-queued",
            "state-sending",
            "state-sent",
            "state-refused",
            "state-conflict");

    private final Messages messages;
    private final JsonMapper json;

    SiteCheckPages(Messages messages, JsonMapper json) {
        this.messages = messages;
        this.json = json;
    }

    @Override
    public String path() {
        return PATH;
    }

    @Override
    public List<String> files() {
        return List.of("/assets/field/site.js");
    }

    @GetMapping(PATH)
    String page(Locale locale, Model model) {
        model.addAttribute("words", json.writeValueAsString(messages.spoken(locale, "assessment.cycle.say.", SPOKEN)));
        model.addAttribute("longestNote", CommunityAssessment.WORDS);
        return "assessment/cycle-field";
    }
}
