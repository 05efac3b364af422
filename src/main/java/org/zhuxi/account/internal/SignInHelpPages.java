package org.zhuxi.account.internal;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.ExtendedModelMap;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhuxi.account.AccountPermissions;
import org.zhuxi.account.Identities;
import org.zhuxi.account.SignInCards;
import org.zhuxi.account.SignInHelp;
import org.zhuxi.account.SignInRefused;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Grant;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Problem;
import org.zhuxi.platform.web.Links;
import org.zhuxi.platform.web.QrCode;

/** A community worker helps people to sign in: a new password, a card, an end to waiting. */
@Controller
@RequestMapping("/work/sign-ins")
class SignInHelpPages {

    private static final int PAGE = 50;

    private final SignInHelp help;
    private final SignInCards cards;
    private final Identities identities;
    private final SignInWays ways;
    private final OwnPlaces places;

    SignInHelpPages(SignInHelp help, SignInCards cards, Identities identities, SignInWays ways, OwnPlaces places) {
        this.help = help;
        this.cards = cards;
        this.identities = identities;
        this.ways = ways;
        this.places = places;
    }

    @GetMapping
    String list(
            Actor actor,
            @RequestParam(required = false) @Nullable String at,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String after,
            Model model) {
        var place = places.choose(actor, AccountPermissions.HELP, at);
        var found = help.list(actor, place, q, PAGE, after);
        model.addAttribute("at", place);
        model.addAttribute("query", q.strip());
        model.addAttribute("found", found);
        var own = places.of(actor, AccountPermissions.HELP).stream();
        model.addAttribute(
                "labels", places.labels(Stream.concat(own, Stream.of(place)).toList()));
        model.addAttribute(
                "next",
                found.next() == null
                        ? null
                        : Links.to("/work/sign-ins", "at", place.value(), "q", q, "after", found.next()));
        return "account/sign-ins";
    }

    @GetMapping("/{id}")
    String show(Actor actor, @PathVariable UUID id, Model model) {
        fill(actor, id, List.of(), model);
        return "account/sign-in-help";
    }

    @PostMapping("/{id}/unlocking")
    String unlock(Actor actor, @PathVariable UUID id) {
        help.unlock(actor, id);
        return "redirect:/work/sign-ins/" + id;
    }

    /** The code is in this answer and nowhere else. */
    @PostMapping("/{id}/reset-code")
    String giveCode(Actor actor, @PathVariable UUID id, Model model) {
        var given = help.giveResetCode(actor, id);
        fill(actor, id, List.of(), model);
        model.addAttribute("given", given);
        return "account/sign-in-help";
    }

    @PostMapping("/{id}/card")
    ModelAndView issueCard(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String place,
            @RequestParam(defaultValue = "") String pin,
            @RequestParam(defaultValue = "") String repeated) {
        var model = new ExtendedModelMap();
        try {
            if (!pin.equals(repeated)) {
                throw new SignInRefused.RepeatedOtherwise("repeated");
            }
            var number = cards.issue(actor, id, places.choose(actor, AccountPermissions.HELP, place), pin);
            model.addAttribute("person", help.get(actor, id));
            model.addAttribute("number", number);
            model.addAttribute("qr", QrCode.of(number));
            return new ModelAndView("account/card", model);
        } catch (SignInRefused refused) {
            return refused(actor, id, refused, model);
        }
    }

    @PostMapping("/{id}/card/withdrawal")
    String withdrawCard(Actor actor, @PathVariable UUID id) {
        cards.withdraw(actor, id);
        return "redirect:/work/sign-ins/" + id;
    }

    @PostMapping("/{id}/identity")
    ModelAndView link(Actor actor, @PathVariable UUID id, @RequestParam(defaultValue = "") String identity) {
        try {
            identities.linkFor(actor, id, identity);
            return new ModelAndView("redirect:/work/sign-ins/" + id);
        } catch (SignInRefused refused) {
            return refused(actor, id, refused, new ExtendedModelMap());
        }
    }

    private ModelAndView refused(Actor actor, UUID id, SignInRefused refused, ExtendedModelMap model) {
        fill(actor, id, PasswordPages.fieldsOf(refused, "identity"), model);
        return new ModelAndView(
                "account/sign-in-help",
                model,
                HttpStatus.valueOf(refused.problem().kind().status()));
    }

    private void fill(Actor actor, UUID id, List<Problem.Field> errors, Model model) {
        var person = help.get(actor, id);
        var own = places.of(actor, AccountPermissions.HELP);
        var others = Stream.concat(
                person.roles().stream().map(Grant::place),
                person.card() == null
                        ? Stream.<PlacePath>empty()
                        : Stream.of(person.card().place()));
        model.addAttribute("person", person);
        model.addAttribute("own", own);
        model.addAttribute(
                "labels", places.labels(Stream.concat(own.stream(), others).toList()));
        model.addAttribute("ways", ways.list());
        model.addAttribute("given", null);
        model.addAttribute("errors", errors);
    }
}
