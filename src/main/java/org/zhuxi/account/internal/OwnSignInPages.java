package org.zhuxi.account.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.ExtendedModelMap;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhuxi.account.AccountRefused;
import org.zhuxi.account.Identities;
import org.zhuxi.account.Passkeys;
import org.zhuxi.account.SignInRefused;
import org.zhuxi.account.SignIns;
import org.zhuxi.account.SignIns.Here;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Problem;
import org.zhuxi.kernel.Refused;

/** How I sign in, where I am signed in, and my password. */
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
        model.addAttribute("places", signIns.list(actor, here(request)));
        model.addAttribute("passkeys", passkeys.list(actor));
        model.addAttribute("identities", identities.list(actor));
        model.addAttribute("ways", ways.list());
        model.addAttribute("done", done);
        return "account/own-sign-in";
    }

    @PostMapping("/me/sign-in/elsewhere/end")
    String endElsewhere(Actor actor, HttpServletRequest request) {
        signIns.endElsewhere(actor, here(request));
        return "redirect:/me/sign-in?done=elsewhere";
    }

    @GetMapping("/me/password")
    String password(Actor actor, Model model) {
        actor.account();
        model.addAttribute("errors", List.of());
        return "account/password";
    }

    @PostMapping("/me/password")
    ModelAndView change(
            Actor actor,
            @RequestParam(defaultValue = "") String current,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String repeated,
            HttpServletRequest request) {
        try {
            requireSame(password, repeated);
            signIns.changePassword(actor, current, password, here(request));
            return new ModelAndView("redirect:/me/sign-in?done=password");
        } catch (AccountRefused | SignInRefused refused) {
            var model = new ExtendedModelMap().addAttribute("errors", fieldsOf(refused, "current"));
            return new ModelAndView("account/password", model, statusOf(refused));
        }
    }

    @GetMapping("/sign-in/reset")
    String reset(Model model) {
        model.addAttribute("username", "");
        model.addAttribute("errors", List.of());
        return "account/reset";
    }

    @PostMapping("/sign-in/reset")
    ModelAndView reset(
            @RequestParam(defaultValue = "") String username,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String repeated,
            HttpServletRequest request) {
        try {
            requireSame(password, repeated);
            signIns.resetPassword(username, code, password, request.getRemoteAddr());
            return new ModelAndView("redirect:/sign-in?after=reset");
        } catch (AccountRefused | SignInRefused refused) {
            var model = new ExtendedModelMap()
                    .addAttribute("username", username)
                    .addAttribute("errors", fieldsOf(refused, "code"));
            return new ModelAndView("account/reset", model, statusOf(refused));
        }
    }

    private Here here(HttpServletRequest request) {
        var session = request.getSession(false);
        return new Here(session == null ? null : session.getId(), remembered.secretIn(request));
    }

    private static void requireSame(String password, String repeated) {
        if (!password.equals(repeated)) {
            throw new SignInRefused.RepeatedOtherwise("repeated");
        }
    }

    /** What is wrong, at its field or else at the one where the reader begins. */
    static List<Problem.Field> fieldsOf(Refused refused, String otherwise) {
        var problem = refused.problem();
        return problem.fields().isEmpty()
                ? List.of(new Problem.Field(otherwise, problem.slug(), problem.arguments()))
                : problem.fields();
    }

    static HttpStatus statusOf(Refused refused) {
        return HttpStatus.valueOf(refused.problem().kind().status());
    }
}
