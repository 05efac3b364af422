package org.zhuxi.account.internal;

import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhuxi.account.HouseholdMember;
import org.zhuxi.account.HouseholdMembers;
import org.zhuxi.account.PeopleRefused;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.HouseholdRef;
import org.zhuxi.kernel.Problem;

/** A household's own page: who belongs to it, inviting, adding, leaving. */
@Controller
public class HouseholdMemberPages {

    private static final String PAGE = "/me/household";

    private final HouseholdMembers members;

    HouseholdMemberPages(HouseholdMembers members) {
        this.members = members;
    }

    /** One household of the person's. */
    public record Home(UUID id, String label, List<HouseholdMember> members, boolean manages) {}

    @GetMapping(PAGE)
    ModelAndView show(Actor actor) {
        return page(actor, MemberForm.EMPTY, null, null);
    }

    @PostMapping(PAGE + "/{household}/members")
    ModelAndView add(Actor actor, @PathVariable UUID household, @ModelAttribute MemberForm form) {
        try {
            members.add(actor, household, form.toMember());
            return back();
        } catch (PeopleRefused refused) {
            return page(actor, form, refused.problem(), null);
        }
    }

    /** @param member whose place somebody with an account takes; nobody's when it is missing */
    @PostMapping(PAGE + "/{household}/invitations")
    ModelAndView invite(
            Actor actor, @PathVariable UUID household, @RequestParam(required = false) @Nullable UUID member) {
        var code = members.invite(actor, household, member);
        return page(actor, MemberForm.EMPTY, null, code);
    }

    @PostMapping(PAGE + "/joining")
    ModelAndView join(Actor actor, @RequestParam(defaultValue = "") String code) {
        try {
            members.join(actor, code);
            return back();
        } catch (PeopleRefused refused) {
            return page(actor, MemberForm.EMPTY, refused.problem(), null).addObject("typedCode", code);
        }
    }

    @PostMapping(PAGE + "/{household}/members/{member}/removal")
    ModelAndView remove(Actor actor, @PathVariable UUID household, @PathVariable UUID member) {
        return changed(actor, () -> members.remove(actor, household, member));
    }

    @PostMapping(PAGE + "/{household}/members/{member}/head")
    ModelAndView head(Actor actor, @PathVariable UUID household, @PathVariable UUID member) {
        return changed(actor, () -> members.appointHead(actor, household, member));
    }

    @PostMapping(PAGE + "/{household}/members/{member}/guardian")
    ModelAndView guardian(
            Actor actor, @PathVariable UUID household, @PathVariable UUID member, @RequestParam UUID guardian) {
        return changed(actor, () -> members.setGuardian(actor, household, member, guardian));
    }

    private ModelAndView changed(Actor actor, Runnable change) {
        try {
            change.run();
            return back();
        } catch (PeopleRefused refused) {
            return page(actor, MemberForm.EMPTY, refused.problem(), null);
        }
    }

    private static ModelAndView back() {
        return new ModelAndView("redirect:" + PAGE);
    }

    private ModelAndView page(Actor actor, MemberForm form, @Nullable Problem problem, @Nullable String code) {
        actor.account();
        var homes = actor.households().stream()
                .map(HouseholdRef::id)
                .sorted(Comparator.naturalOrder())
                .map(id -> home(actor, id))
                .toList();
        var page = new ModelAndView("account/household");
        page.addObject("homes", homes);
        page.addObject("form", form);
        page.addObject("problem", problem);
        page.addObject("code", code);
        page.addObject("typedCode", "");
        if (problem != null) {
            page.setStatus(HttpStatusCode.valueOf(problem.kind().status()));
        }
        return page;
    }

    private Home home(Actor actor, UUID household) {
        var family = members.list(actor, household);
        return new Home(
                household, members.place(actor, household).label(), family, members.mayManage(actor, household));
    }
}
