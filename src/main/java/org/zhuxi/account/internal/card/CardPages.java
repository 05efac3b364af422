package org.zhuxi.account.internal.card;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.ExtendedModelMap;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhuxi.account.AccountPermissions;
import org.zhuxi.account.SignInCards;
import org.zhuxi.account.SignInRefused;
import org.zhuxi.account.internal.session.CardGuests;
import org.zhuxi.account.internal.session.SessionPeople;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Problem;
import org.zhuxi.kernel.Refused;

/** A helper lends his device to somebody with a card. */
@Controller
@RequestMapping(CardLimits.PAGE)
class CardPages {

    private final SignInCards cards;
    private final CardGuests guests;
    private final SessionPeople people;

    CardPages(SignInCards cards, CardGuests guests, SessionPeople people) {
        this.cards = cards;
        this.guests = guests;
        this.people = people;
    }

    @GetMapping
    String show(Actor actor, HttpServletRequest request, Model model) {
        if (!actor.mayAnywhere(AccountPermissions.LEND)) {
            throw new Refused.Forbidden(AccountPermissions.LEND.code());
        }
        fill(model, "", List.of(), request.getParameter("over") != null || request.getParameter("done") != null);
        return "account/card-sign-in";
    }

    @PostMapping
    ModelAndView open(
            Actor actor,
            @RequestParam(defaultValue = "") String card,
            @RequestParam(defaultValue = "") String pin,
            HttpServletRequest request) {
        try {
            guests.enter(request, cards.open(actor, card, pin), cards.time());
            return new ModelAndView("redirect:/me");
        } catch (SignInRefused refused) {
            var model = new ExtendedModelMap();
            var problem = refused.problem();
            fill(
                    model,
                    card,
                    problem.fields().isEmpty()
                            ? List.of(new Problem.Field("card", problem.slug(), problem.arguments()))
                            : problem.fields(),
                    false);
            return new ModelAndView(
                    "account/card-sign-in",
                    model,
                    HttpStatus.valueOf(problem.kind().status()));
        }
    }

    /** More time, for whoever reads slowly. */
    @PostMapping("/more")
    String more(HttpServletRequest request) {
        guests.find(request)
                .ifPresent(guest -> guests.enter(request, guest.actor().account(), cards.time()));
        return "redirect:/me";
    }

    @PostMapping("/end")
    String end(HttpServletRequest request) {
        var guest = guests.find(request);
        var helper = people.find(request);
        guests.leave(request);
        if (guest.isPresent() && helper.isPresent()) {
            cards.close(helper.get().actor(), guest.get().actor().account());
        }
        return "redirect:" + CardLimits.PAGE + "?done";
    }

    private static void fill(Model model, String card, List<Problem.Field> errors, boolean isBack) {
        model.addAttribute("card", card);
        model.addAttribute("errors", errors);
        model.addAttribute("isBack", isBack);
    }
}
