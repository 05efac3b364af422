package org.zhuxi.transparency.internal;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.zhuxi.transparency.TransparencyLog;

/** The log in plain words: how long it is, who signs, who watches, what it proves. */
@Controller
class LogPages {

    private final TransparencyLog log;

    LogPages(TransparencyLog log) {
        this.log = log;
    }

    @GetMapping("/log")
    String show(Model model) {
        model.addAttribute("state", log.state().orElse(null));
        return "transparency/log";
    }
}
