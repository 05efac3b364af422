package org.zhuxi.account.internal;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.ExtendedModelMap;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhuxi.account.AccountPermissions;
import org.zhuxi.account.AccountRefused;
import org.zhuxi.account.Accounts;
import org.zhuxi.account.SignIns;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Grant;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Problem;
import org.zhuxi.kernel.Role;
import org.zhuxi.platform.web.Links;

/** Who has which role in one's own places; giving and taking back. */
@Controller
@RequestMapping("/work/people")
class PeoplePages {

    private static final int PAGE = 50;

    private final Accounts accounts;
    private final SignIns signIns;
    private final OwnPlaces places;

    PeoplePages(Accounts accounts, SignIns signIns, OwnPlaces places) {
        this.accounts = accounts;
        this.signIns = signIns;
        this.places = places;
    }

    @GetMapping
    String list(
            Actor actor,
            @RequestParam(required = false) @Nullable String at,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer ended,
            Model model) {
        var place = places.choose(actor, AccountPermissions.MANAGE, at);
        model.addAttribute("ended", ended);
        show(actor, new Look(place, q, after), RoleForm.EMPTY, List.of(), model);
        return "account/people";
    }

    @PostMapping("/roles")
    ModelAndView give(Actor actor, @ModelAttribute RoleForm form) {
        try {
            accounts.grant(actor, form.username(), grantOf(form), form.organisation(), dayOf(form.until()));
            return new ModelAndView("redirect:/work/people?at={at}", "at", form.place());
        } catch (AccountRefused refused) {
            var model = new ExtendedModelMap();
            var place = places.of(actor, AccountPermissions.MANAGE).getFirst();
            show(actor, new Look(place, "", null), form, refused.problem().fields(), model);
            return new ModelAndView("account/people", model, HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    @PostMapping("/roles/revocation")
    ModelAndView take(
            Actor actor,
            @RequestParam String username,
            @RequestParam Role role,
            @RequestParam String place,
            @RequestParam String at) {
        accounts.revoke(actor, username, new Grant(role, places.choose(actor, AccountPermissions.MANAGE, place)));
        return new ModelAndView("redirect:/work/people?at={at}", "at", at);
    }

    @PostMapping("/sign-out")
    ModelAndView signOut(Actor actor, @RequestParam String username, @RequestParam String at) {
        var ended = signIns.endEverywhere(actor, username);
        return new ModelAndView("redirect:/work/people?at={at}&ended={ended}", Map.of("at", at, "ended", ended));
    }

    private record Look(
            PlacePath at, String query, @Nullable String after) {}

    private void show(Actor actor, Look look, RoleForm form, List<Problem.Field> errors, Model model) {
        var found = accounts.listPeople(actor, look.at(), look.query(), PAGE, look.after());
        var own = places.of(actor, AccountPermissions.MANAGE);
        var held = found.items().stream()
                .flatMap(person -> person.roles().stream())
                .map(role -> role.grant().place());
        model.addAttribute("at", look.at());
        model.addAttribute("query", look.query().strip());
        model.addAttribute("found", found);
        model.addAttribute("own", own);
        model.addAttribute(
                "labels",
                places.labels(Stream.concat(Stream.concat(own.stream(), Stream.of(look.at())), held)
                        .toList()));
        model.addAttribute("roles", rolesToGive(actor));
        model.addAttribute("form", form);
        model.addAttribute("errors", errors);
        model.addAttribute(
                "next",
                found.next() == null
                        ? null
                        : Links.to("/work/people", "at", look.at().value(), "q", look.query(), "after", found.next()));
    }

    private static List<Role> rolesToGive(Actor actor) {
        return Arrays.stream(Role.values())
                .filter(role -> role != Role.OPERATOR || actor.has(Role.OPERATOR))
                .toList();
    }

    private Grant grantOf(RoleForm form) {
        return new Grant(form.role(), places.within(form.place(), form.part()));
    }

    private static @Nullable LocalDate dayOf(String typed) {
        try {
            return typed.isBlank() ? null : LocalDate.parse(typed);
        } catch (DateTimeParseException e) {
            throw new AccountRefused.WrongDay(typed);
        }
    }
}
