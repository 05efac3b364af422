package org.zhuxi.account.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhuxi.account.Identities;
import org.zhuxi.account.Passkeys;
import org.zhuxi.account.SignIns;
import org.zhuxi.kernel.Actor;

/** How I sign in and where I am signed in. */
@Controller
class OwnSignInPages {

    private final SignIns signIns;
    private final Passkeys passkeys;
    private final Identities identities;
    private final SignInWays ways;
    private final RememberedLogins remembered;

    OwnSignInPages(
            SignIns signIns, Passkeys passkeys, Identities identities, SignInWays ways, RememberedLogins remembered) {
        this.signIns = signIns;
        this.passkeys = passkeys;
        this.identities = identities;
        this.ways = ways;
        this.remembered = remembered;
    }

    @GetMapping("/me/sign-in")
    String show(
            Actor actor,
            @RequestParam(defaultValue = "") String done,
            @RequestParam(defaultValue = "") String label,
            HttpServletRequest request,
            Model model) {
        model.addAttribute("label", label);
        model.addAttribute("places", signIns.list(actor, remembered.here(request)));
        model.addAttribute("passkeys", passkeys.list(actor));
        model.addAttribute("hasPassword", signIns.hasPassword(actor));
        model.addAttribute("identities", identities.list(actor));
        model.addAttribute("ways", ways.list());
        model.addAttribute("done", done);
        return "account/own-sign-in";
    }

    @PostMapping("/me/sign-in/elsewhere/end")
    String endElsewhere(Actor actor, HttpServletRequest request) {
        signIns.endElsewhere(actor, remembered.here(request));
        return "redirect:/me/sign-in?done=elsewhere";
    }

    @PostMapping("/me/passkeys/{id}/name")
    String rename(Actor actor, @PathVariable UUID id, @RequestParam(defaultValue = "") String label) {
        passkeys.rename(actor, id, label);
        return "redirect:/me/sign-in";
    }

    @PostMapping("/me/passkeys/{id}/removal")
    String remove(Actor actor, @PathVariable UUID id) {
        passkeys.remove(actor, id);
        return "redirect:/me/sign-in";
    }
}
