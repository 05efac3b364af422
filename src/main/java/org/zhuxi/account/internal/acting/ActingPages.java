package org.zhuxi.account.internal.acting;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhuxi.account.Acting;
import org.zhuxi.account.AuditEntry;
import org.zhuxi.account.PeopleRefused;
import org.zhuxi.account.SignInRefused;
import org.zhuxi.account.internal.session.CardGuests;
import org.zhuxi.account.internal.session.SessionPeople;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Problem;
import org.zhuxi.kernel.Refused;

/** Who may act for me, for whom I may act, and what was done in my name. */
@Controller
@RequestMapping(ActingPages.PAGE)
public class ActingPages {

    public static final String PAGE = "/me/acting";

    static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    static final int USUAL_DAYS = 180;

    private static final int LINES = 50;

    private final Acting acting;
    private final Entrustments entrustments;
    private final CardGuests guests;
    private final SessionPeople people;
    private final Clock clock;

    ActingPages(Acting acting, Entrustments entrustments, CardGuests guests, SessionPeople people, Clock clock) {
        this.acting = acting;
        this.entrustments = entrustments;
        this.guests = guests;
        this.people = people;
        this.clock = clock;
    }

    /** @param what message key of what was seen or done; empty when nothing was */
    public record Line(AuditEntry entry, String what) {}

    @GetMapping
    ModelAndView show(Actor actor, HttpServletRequest request) {
        var isBack = request.getParameter("over") != null || request.getParameter("done") != null;
        return page(actor, usual(clock), null).addObject("isBack", isBack);
    }

    static ActingForm usual(Clock clock) {
        var until = LocalDate.now(clock.withZone(CHINA)).plusDays(USUAL_DAYS);
        return new ActingForm("", "", List.of(), until.toString(), "");
    }

    @PostMapping
    ModelAndView give(Actor actor, @ModelAttribute ActingForm form) {
        try {
            acting.give(actor, form.toNew());
            return new ModelAndView("redirect:" + PAGE);
        } catch (PeopleRefused | SignInRefused refused) {
            return page(actor, form, refused);
        }
    }

    @PostMapping("/{id}/ending")
    String end(Actor actor, @PathVariable UUID id) {
        acting.end(actor, id);
        return "redirect:" + PAGE;
    }

    @PostMapping("/{id}/beginning")
    String begin(Actor actor, @PathVariable UUID id, HttpServletRequest request) {
        guests.enterFor(request, acting.begin(actor, id), acting.time());
        return "redirect:/me";
    }

    /** More time, for whoever has more to do. */
    @PostMapping("/more")
    String more(HttpServletRequest request) {
        guests.acting(request).ifPresent(consent -> guests.enterFor(request, consent, acting.time()));
        return "redirect:/me";
    }

    @PostMapping("/end")
    String leave(HttpServletRequest request) {
        var consent = guests.acting(request);
        var helper = people.find(request);
        guests.leave(request);
        if (consent.isPresent() && helper.isPresent()) {
            acting.note(helper.get().actor(), consent.get(), "end", "");
        }
        return "redirect:" + PAGE + "?done";
    }

    @GetMapping("/history")
    ModelAndView history(Actor actor, @RequestParam @Nullable UUID after) {
        var found = acting.history(actor, LINES, after);
        return new ModelAndView("account/acting-history")
                .addObject(
                        "lines",
                        found.items().stream()
                                .map(entry -> new Line(entry, what(entry)))
                                .toList())
                .addObject("next", found.next());
    }

    private String what(AuditEntry entry) {
        var isNamed = List.of("acting.look", "acting.act", "acting.failed").contains(entry.action());
        return isNamed ? entrustments.label(entry.detail()) : "";
    }

    private ModelAndView page(Actor actor, ActingForm form, @Nullable Refused refused) {
        var page = new ModelAndView("account/acting")
                .addObject("byMe", acting.byMe(actor))
                .addObject("toMe", acting.toMe(actor))
                .addObject("today", LocalDate.now(clock.withZone(CHINA)))
                .addObject("scopes", acting.scopes())
                .addObject("form", form)
                .addObject("errors", errors(refused))
                .addObject("isBack", false);
        if (refused != null) {
            page.setStatus(HttpStatusCode.valueOf(refused.problem().kind().status()));
        }
        return page;
    }

    /** What is wrong, beside a field; a problem of the whole stands at the first. */
    static List<Problem.Field> errors(@Nullable Refused refused) {
        if (refused == null) {
            return List.of();
        }
        var problem = refused.problem();
        return problem.fields().isEmpty()
                ? List.of(new Problem.Field("helper", problem.slug(), problem.arguments()))
                : problem.fields();
    }
}
