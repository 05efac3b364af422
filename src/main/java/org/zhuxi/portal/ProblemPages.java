package org.zhuxi.portal;

import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.zhuxi.kernel.Refused;
import org.zhuxi.platform.web.Messages;

/** The page behind the {@code type} of every problem the program answers with (RFC 9457 §3.1.1). */
@Controller
class ProblemPages {

    private static final String PLACEHOLDERS = "\\{\\d[^}]*}";

    private final Messages messages;

    ProblemPages(Messages messages) {
        this.messages = messages;
    }

    @GetMapping("/problems/{slug}")
    String problem(@PathVariable String slug, Model model) {
        var key = "problem." + slug;
        var words = messages.get(LocaleContextHolder.getLocale(), key);
        if (words.equals(key)) {
            throw new Refused.NotFound(slug);
        }
        model.addAttribute("slug", slug);
        model.addAttribute("words", words.replaceAll(PLACEHOLDERS, "…"));
        return "portal/problem";
    }
}
