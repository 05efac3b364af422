package org.zhuxi.account.internal;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.zhuxi.kernel.Actor;

/** Signing in, and sending again what was typed before the session ended. */
@Controller
class SignInPages {

    private final Home home;

    SignInPages(Home home) {
        this.home = home;
    }

    @GetMapping("/sign-in")
    String signIn(Actor actor, HttpServletRequest request, Model model) {
        if (actor.isSignedIn()) {
            return "redirect:" + home.of(actor);
        }
        var waiting = Resumption.keptIn(request).orElse(null);
        var notice = waiting == null ? null : "account.sign-in.nothing-lost";
        model.addAttribute("content", new SignInContent("", notice, false, waiting));
        return "account/sign-in";
    }

    @GetMapping("/resume")
    String resume(Actor actor, HttpServletRequest request, Model model) {
        var waiting = Resumption.keptIn(request);
        if (waiting.isEmpty()) {
            return "redirect:" + home.of(actor);
        }
        model.addAttribute("resumption", waiting.get());
        return "account/resume";
    }
}
