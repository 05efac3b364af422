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
import org.zhuxi.account.SignInRefused;
import org.zhuxi.account.SignIns;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Problem;
import org.zhuxi.kernel.Refused;

/** My password: changed by telling the present one, chosen when there is none, or by a code from the counter. */
@Controller
class PasswordPages {

    private final SignIns signIns;
    private final RememberedLogins remembered;

    PasswordPages(SignIns signIns, RememberedLogins remembered) {
        this.signIns = signIns;
        this.remembered = remembered;
    }

    @GetMapping("/me/password")
    String password(Actor actor, Model model) {
        if (!signIns.hasPassword(actor)) {
            return "redirect:/me/password/new";
        }
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
            signIns.changePassword(actor, current, password, remembered.here(request));
            return new ModelAndView("redirect:/me/sign-in?done=password");
        } catch (AccountRefused | SignInRefused refused) {
            return refused("account/password", new ExtendedModelMap(), refused, "current");
        }
    }

    @GetMapping("/me/password/new")
    String choose(Actor actor, Model model) {
        if (signIns.hasPassword(actor)) {
            return "redirect:/me/password";
        }
        model.addAttribute("errors", List.of());
        return "account/password-choice";
    }

    @PostMapping("/me/password/new")
    ModelAndView choose(
            Actor actor,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String repeated,
            HttpServletRequest request) {
        try {
            requireSame(password, repeated);
            signIns.choosePassword(actor, password, remembered.here(request));
            return new ModelAndView("redirect:/me/sign-in?done=password");
        } catch (AccountRefused | SignInRefused refused) {
            return refused("account/password-choice", new ExtendedModelMap(), refused, "password");
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
            var model = new ExtendedModelMap().addAttribute("username", username);
            return refused("account/reset", model, refused, "code");
        }
    }

    private static ModelAndView refused(String page, Model model, Refused refused, String otherwise) {
        model.addAttribute("errors", fieldsOf(refused, otherwise));
        return new ModelAndView(page, model.asMap(), statusOf(refused));
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
