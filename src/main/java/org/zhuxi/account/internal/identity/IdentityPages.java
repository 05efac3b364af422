package org.zhuxi.account.internal.identity;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhuxi.account.Identities;
import org.zhuxi.account.internal.SignInWays;
import org.zhuxi.kernel.Actor;

/** An identity that is nobody's yet: what to do, and linking it to one's own account. */
@Controller
class IdentityPages {

    private final Identities identities;
    private final SignInWays ways;

    IdentityPages(Identities identities, SignInWays ways) {
        this.identities = identities;
        this.ways = ways;
    }

    @GetMapping(WaitingIdentity.PAGE)
    String unknown(HttpServletRequest request, Model model) {
        return show("account/identity-unknown", "redirect:/sign-in", request, model);
    }

    @GetMapping(WaitingIdentity.CONFIRMATION)
    String ask(HttpServletRequest request, Model model) {
        return show("account/identity-link", "redirect:/me/sign-in", request, model);
    }

    @PostMapping(WaitingIdentity.CONFIRMATION)
    String link(Actor actor, @RequestParam(defaultValue = "") String answer, HttpServletRequest request) {
        var code = WaitingIdentity.codeIn(request);
        WaitingIdentity.forget(request);
        if (code != null && answer.equals("link")) {
            identities.linkOwn(actor, code);
        }
        return "redirect:/me/sign-in";
    }

    @PostMapping("/me/sign-in/identities/removal")
    String unlink(
            Actor actor,
            @RequestParam(defaultValue = "") String registration,
            @RequestParam(defaultValue = "") String subject) {
        identities.unlink(actor, registration, subject);
        return "redirect:/me/sign-in";
    }

    private String show(String page, String otherwise, HttpServletRequest request, Model model) {
        var code = WaitingIdentity.codeIn(request);
        var provider = code == null ? null : identities.findProvider(code).orElse(null);
        if (code == null || provider == null) {
            WaitingIdentity.forget(request);
            return otherwise;
        }
        model.addAttribute("code", code);
        model.addAttribute("provider", ways.nameOf(provider));
        return page;
    }
}
