package org.zhuxi.account.internal;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhuxi.kernel.Actor;

/** Signing in, and sending again what was typed before the session ended. */
@Controller
class SignInPages {

    private final Home home;
    private final SignInWays ways;

    SignInPages(Home home, SignInWays ways) {
        this.home = home;
        this.ways = ways;
    }

    @GetMapping("/sign-in")
    String signIn(Actor actor, @RequestParam(defaultValue = "") String after, HttpServletRequest request, Model model) {
        if (actor.isSignedIn()) {
            return "redirect:" + home.of(actor);
        }
        var waiting = Resumption.keptIn(request).orElse(null);
        var notice = waiting == null ? noticeOf(after) : "account.sign-in.nothing-lost";
        model.addAttribute("ways", ways.list());
        model.addAttribute("content", SignInContent.plain("", notice, waiting));
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

    private static @Nullable String noticeOf(String after) {
        return switch (after) {
            case "reset" -> "account.sign-in.after-reset";
            case "identity" -> "account.identity.failed";
            default -> null;
        };
    }
}
