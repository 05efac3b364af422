package org.zhuxi.portal;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.zhuxi.kernel.Actor;
import org.zhuxi.platform.manifest.Shell;

/** Everything that finds no room in the bar of a shell, and how pages look: size of type, theme, language. */
@Controller
class MorePages {

    @GetMapping("/more")
    String forEveryone(Model model) {
        return more(Shell.PUBLIC, model);
    }

    @GetMapping("/me/more")
    String forResidents(Actor actor, Model model) {
        actor.account();
        return more(Shell.RESIDENT, model);
    }

    @GetMapping("/field/more")
    String forTheField(Actor actor, Model model) {
        actor.account();
        return more(Shell.FIELD, model);
    }

    private static String more(Shell shell, Model model) {
        model.addAttribute("shell", shell);
        return "portal/more";
    }
}
