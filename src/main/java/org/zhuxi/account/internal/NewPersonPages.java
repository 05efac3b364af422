package org.zhuxi.account.internal;

import java.util.Arrays;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.ExtendedModelMap;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.zhuxi.account.AccountPermissions;
import org.zhuxi.account.AccountRefused;
import org.zhuxi.account.Accounts;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Problem;
import org.zhuxi.kernel.Refused;
import org.zhuxi.kernel.Role;

/**
 * Opens an account for somebody at the counter. Nobody types a password for him: the page that follows gives a code with which
 * he chooses his own.
 */
@Controller
@RequestMapping("/work/people/new")
class NewPersonPages {

    private final Accounts accounts;
    private final Opening opening;
    private final OwnPlaces places;

    NewPersonPages(Accounts accounts, Opening opening, OwnPlaces places) {
        this.accounts = accounts;
        this.opening = opening;
        this.places = places;
    }

    @GetMapping
    String ask(Actor actor, Model model) {
        fill(actor, PersonForm.EMPTY, List.of(), model);
        return "account/person-new";
    }

    @PostMapping
    ModelAndView open(Actor actor, @ModelAttribute PersonForm form) {
        try {
            var id = accounts.open(actor, List.of(opening.of(form))).getFirst();
            return new ModelAndView("redirect:/work/sign-ins/" + id);
        } catch (AccountRefused refused) {
            var model = new ExtendedModelMap();
            fill(actor, form, refused.problem().fields(), model);
            return new ModelAndView("account/person-new", model, HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    private void fill(Actor actor, PersonForm form, List<Problem.Field> errors, Model model) {
        var own = places.of(actor, AccountPermissions.HELP);
        if (own.isEmpty()) {
            throw new Refused.Forbidden(AccountPermissions.HELP.code());
        }
        model.addAttribute("own", own);
        model.addAttribute("labels", places.labels(own));
        model.addAttribute("roles", rolesToGive(actor));
        model.addAttribute("form", form);
        model.addAttribute("errors", errors);
    }

    private static List<Role> rolesToGive(Actor actor) {
        return Arrays.stream(Role.values())
                .filter(role -> actor.mayAnywhere(Helping.needed(role)))
                .filter(role -> role != Role.OPERATOR || actor.has(Role.OPERATOR))
                .toList();
    }
}
