package org.zhuxi.account.internal.acting;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.zhuxi.account.Acting;
import org.zhuxi.account.PeopleRefused;
import org.zhuxi.account.SignInHelp;
import org.zhuxi.account.SignInRefused;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Refused;

/** A community worker notes on paper who may act for a person who is present. */
@Controller
@RequestMapping("/work/sign-ins/{id}/acting")
class ActingDeskPages {

    private final Acting acting;
    private final SignInHelp help;
    private final Clock clock;

    ActingDeskPages(Acting acting, SignInHelp help, Clock clock) {
        this.acting = acting;
        this.help = help;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView show(Actor actor, @PathVariable UUID id) {
        return page(actor, id, ActingPages.usual(clock), null);
    }

    @PostMapping
    ModelAndView note(Actor actor, @PathVariable UUID id, @ModelAttribute ActingForm form) {
        try {
            acting.noteOnPaper(actor, id, form.toNew());
            return new ModelAndView("redirect:/work/sign-ins/" + id + "/acting");
        } catch (PeopleRefused | SignInRefused refused) {
            return page(actor, id, form, refused);
        }
    }

    @PostMapping("/{consent}/ending")
    String end(Actor actor, @PathVariable UUID id, @PathVariable UUID consent) {
        if (acting.of(actor, id).stream().noneMatch(it -> it.id().equals(consent))) {
            throw new Refused.NotFound(consent);
        }
        acting.end(actor, consent);
        return "redirect:/work/sign-ins/" + id + "/acting";
    }

    private ModelAndView page(Actor actor, UUID id, ActingForm form, @Nullable Refused refused) {
        var page = new ModelAndView("account/acting-desk")
                .addObject("person", help.get(actor, id))
                .addObject("consents", acting.of(actor, id))
                .addObject("today", LocalDate.now(clock.withZone(ActingPages.CHINA)))
                .addObject("scopes", acting.scopes())
                .addObject("form", form)
                .addObject("errors", ActingPages.errors(refused));
        if (refused != null) {
            page.setStatus(HttpStatusCode.valueOf(refused.problem().kind().status()));
        }
        return page;
    }
}
