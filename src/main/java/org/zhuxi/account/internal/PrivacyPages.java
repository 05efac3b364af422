package org.zhuxi.account.internal;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhuxi.account.AuditEntry;
import org.zhuxi.account.AuditTrail;
import org.zhuxi.account.ConsentState;
import org.zhuxi.account.Consents;
import org.zhuxi.account.Erasures;
import org.zhuxi.account.PersonalExport;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.HouseholdRef;
import org.zhuxi.kernel.Slice;
import org.zhuxi.platform.web.Links;

/** What is done with one's data: consent, a copy of it, who looked, and the way out. */
@Controller
public class PrivacyPages {

    private static final int FIRST_LOOKS = 5;
    private static final int LOOKS = 50;

    private final Consents consents;
    private final Wards wards;
    private final AuditTrail trail;
    private final Erasures erasures;
    private final PersonalExport export;

    PrivacyPages(Consents consents, Wards wards, AuditTrail trail, Erasures erasures, PersonalExport export) {
        this.consents = consents;
        this.wards = wards;
        this.trail = trail;
        this.erasures = erasures;
        this.export = export;
    }

    /** A person one decides for, with what has been decided. */
    public record Person(UUID id, String name, boolean self, List<ConsentState> states) {}

    /** @param household whose looks these are */
    public record Looks(HouseholdRef household, String label, Slice<AuditEntry> entries) {}

    @GetMapping("/me/privacy")
    String privacy(Actor actor, Model model) {
        var own = new Person(actor.account(), actor.name(), true, consents.of(actor, actor.account()));
        var children = wards.of(actor).stream()
                .map(ward -> new Person(ward.person(), ward.name(), false, consents.of(actor, ward.person())))
                .toList();
        model.addAttribute(
                "people",
                java.util.stream.Stream.concat(java.util.stream.Stream.of(own), children.stream())
                        .toList());
        model.addAttribute(
                "looks",
                homes(actor).stream()
                        .map(home -> looks(actor, home, FIRST_LOOKS, null))
                        .toList());
        model.addAttribute("erasure", erasures.find(actor).orElse(null));
        return "account/privacy";
    }

    /** @param given {@code true} or {@code false} */
    @PostMapping("/me/privacy/consents/{purpose}")
    String decide(Actor actor, @PathVariable String purpose, @RequestParam UUID person, @RequestParam boolean given) {
        if (given) {
            consents.give(actor, person, purpose);
        } else {
            consents.withdraw(actor, person, purpose);
        }
        return "redirect:/me/privacy";
    }

    @GetMapping("/me/privacy/looks")
    String looks(
            Actor actor,
            @RequestParam UUID household,
            @RequestParam(required = false) @Nullable String after,
            Model model) {
        var home = new HouseholdRef(wards.communityOf(actor, household), household);
        var looks = looks(actor, home, LOOKS, after);
        model.addAttribute("looks", looks);
        model.addAttribute(
                "next",
                looks.entries().next() == null
                        ? null
                        : Links.to(
                                "/me/privacy/looks",
                                "household",
                                household.toString(),
                                "after",
                                looks.entries().next()));
        return "account/looks";
    }

    @GetMapping({"/me/privacy/export", "/api/v1/me/export"})
    void download(Actor actor, Locale locale, HttpServletResponse response) throws IOException {
        var subject = export.begin(actor);
        response.setContentType("application/zip");
        response.setHeader("Content-Disposition", "attachment; filename=\"zhuxi-my-data.zip\"");
        response.setHeader("Cache-Control", "no-store");
        export.write(subject, locale, response.getOutputStream());
    }

    @GetMapping("/me/privacy/erasure")
    String erasure(Actor actor, Model model) {
        model.addAttribute("plan", erasures.plan(actor));
        model.addAttribute("request", erasures.find(actor).orElse(null));
        return "account/erasure";
    }

    @PostMapping("/me/privacy/erasure")
    ModelAndView request(Actor actor, @RequestParam(defaultValue = "false") boolean understood) {
        if (!understood) {
            return new ModelAndView("redirect:/me/privacy/erasure");
        }
        erasures.request(actor);
        return new ModelAndView("redirect:/me/privacy/erasure");
    }

    @PostMapping("/me/privacy/erasure/withdrawal")
    String takeBack(Actor actor) {
        erasures.takeBack(actor);
        return "redirect:/me/privacy";
    }

    private Looks looks(Actor actor, HouseholdRef home, int limit, @Nullable String after) {
        return new Looks(home, wards.labelOf(home), trail.looks(actor, home.id(), limit, after));
    }

    private static List<HouseholdRef> homes(Actor actor) {
        return actor.households().stream()
                .sorted(Comparator.comparing(HouseholdRef::id))
                .toList();
    }
}
