package org.zhuxi.account.internal;

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
import org.zhuxi.account.ConsentState;
import org.zhuxi.account.Consents;
import org.zhuxi.account.HouseholdMember;
import org.zhuxi.account.HouseholdMembers;
import org.zhuxi.account.PeopleRefused;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Problem;

/** A clerk does for a household, in its presence, what its members do for themselves on a phone. */
@Controller
@RequestMapping("/work/households/{household}/members")
public class HouseholdDeskPages {

    private static final String CONTACT = "contact";

    private final HouseholdMembers members;
    private final Consents consents;
    private final AccountStore accounts;

    HouseholdDeskPages(HouseholdMembers members, Consents consents, AccountStore accounts) {
        this.members = members;
        this.consents = consents;
        this.accounts = accounts;
    }

    /** @param phone only with the person's consent to be reached by it */
    public record Shown(
            HouseholdMember member,
            List<ConsentState> states,
            @Nullable String phone) {}

    @GetMapping
    ModelAndView show(Actor actor, @PathVariable UUID household) {
        return page(actor, household, MemberForm.EMPTY, null);
    }

    @PostMapping
    ModelAndView add(Actor actor, @PathVariable UUID household, @ModelAttribute MemberForm form) {
        return changed(actor, household, form, () -> members.add(actor, household, form.toMember()));
    }

    /** The code is handed over on paper or read out. */
    @PostMapping("/invitations")
    ModelAndView invite(
            Actor actor, @PathVariable UUID household, @RequestParam(required = false) @Nullable UUID member) {
        members.requireClerk(actor, household);
        var code = members.invite(actor, household, member);
        return page(actor, household, MemberForm.EMPTY, null).addObject("code", code);
    }

    @PostMapping("/{member}/removal")
    ModelAndView remove(Actor actor, @PathVariable UUID household, @PathVariable UUID member) {
        return changed(actor, household, MemberForm.EMPTY, () -> members.remove(actor, household, member));
    }

    @PostMapping("/{member}/head")
    ModelAndView head(Actor actor, @PathVariable UUID household, @PathVariable UUID member) {
        return changed(actor, household, MemberForm.EMPTY, () -> members.appointHead(actor, household, member));
    }

    /** @param person account or member whose decision it is */
    @PostMapping("/consents/{purpose}")
    ModelAndView consent(
            Actor actor,
            @PathVariable UUID household,
            @PathVariable String purpose,
            @RequestParam UUID person,
            @RequestParam boolean given,
            @RequestParam(defaultValue = "") String note) {
        return changed(
                actor, household, MemberForm.EMPTY, () -> consents.noteOnPaper(actor, person, purpose, given, note));
    }

    private ModelAndView changed(Actor actor, UUID household, MemberForm form, Runnable change) {
        members.requireClerk(actor, household);
        try {
            change.run();
            return new ModelAndView("redirect:/work/households/" + household + "/members");
        } catch (PeopleRefused refused) {
            return page(actor, household, form, refused.problem());
        }
    }

    private ModelAndView page(Actor actor, UUID household, MemberForm form, @Nullable Problem problem) {
        members.requireClerk(actor, household);
        var family = members.list(actor, household);
        var page = new ModelAndView("account/members");
        page.addObject("household", household);
        page.addObject("label", members.place(actor, household).label());
        page.addObject(
                "family", family.stream().map(member -> shown(actor, member)).toList());
        page.addObject("form", form);
        page.addObject("problem", problem);
        page.addObject("code", null);
        if (problem != null) {
            page.setStatus(HttpStatusCode.valueOf(problem.kind().status()));
        }
        return page;
    }

    private Shown shown(Actor actor, HouseholdMember member) {
        var states = consents.of(actor, member.person()).stream()
                .filter(state -> !state.purpose().needed())
                .toList();
        var account = member.account();
        var phone = account != null && consents.has(account, CONTACT) ? accounts.findPhone(account) : null;
        return new Shown(member, states, phone);
    }
}
