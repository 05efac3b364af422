package org.zhuxi.request.internal.help;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.Refused;
import org.zhuxi.kernel.Slice;
import org.zhuxi.place.Contacts;
import org.zhuxi.place.Place;
import org.zhuxi.place.WorkPlaces;
import org.zhuxi.platform.web.CodeAddress;
import org.zhuxi.platform.web.Links;
import org.zhuxi.platform.web.Wrong;
import org.zhuxi.request.help.HelpCall;
import org.zhuxi.request.help.HelpCalls;
import org.zhuxi.request.help.HelpPermissions;
import org.zhuxi.request.internal.Placing;
import org.zhuxi.request.internal.SenderLimits;

/** The button for help, how the call stands, and the calls for those on duty. */
@Controller
class HelpPages {

    static final String WORK = "/work/help";
    static final String CALL = "/help";
    static final String CALLED = "/help/called";
    private static final int PAGE = 30;

    private final HelpCalls calls;
    private final Contacts contacts;
    private final WorkPlaces work;
    private final Placing placing;
    private final SenderLimits limits;

    HelpPages(HelpCalls calls, Contacts contacts, WorkPlaces work, Placing placing, SenderLimits limits) {
        this.calls = calls;
        this.contacts = contacts;
        this.work = work;
        this.placing = placing;
        this.limits = limits;
    }

    @GetMapping(CALL)
    ModelAndView form() {
        return form("", Ids.next().toString(), "", "", Wrong.nothing());
    }

    /** The form for where a plate hangs. @param plate code of a plate or place */
    @PostMapping("/help/at")
    ModelAndView form(@RequestParam(defaultValue = "") String plate) {
        return new CodeAddress(CALL, plate).of(form(plate, Ids.next().toString(), "", "", Wrong.nothing()));
    }

    private ModelAndView form(String plate, String id, String phone, String words, Wrong wrong) {
        var page = new ModelAndView("request/help/call")
                .addObject("plate", plate)
                .addObject("id", id)
                .addObject("phone", phone)
                .addObject("words", words)
                .addObject("label", "")
                .addObject("contact", null)
                .addObject("wrong", wrong);
        try {
            var place = plate.isBlank() ? null : placing.get(plate);
            return place == null ? page : known(page, place);
        } catch (Refused refused) {
            return Wrong.again(page, refused);
        }
    }

    private ModelAndView known(ModelAndView page, Place place) {
        var community = java.util.Objects.requireNonNull(place.community());
        return page.addObject("label", placing.label(place).zh())
                .addObject("contact", contacts.find(community).orElse(null));
    }

    @PostMapping(CALL)
    ModelAndView call(
            Actor actor,
            HttpServletRequest web,
            @RequestParam(defaultValue = "") String plate,
            @RequestParam(defaultValue = "") String id,
            @RequestParam(defaultValue = "") String phone,
            @RequestParam(defaultValue = "") String words) {
        try {
            limits.take(actor, "help", web.getRemoteAddr());
            var call = calls.call(actor, read(id), plate, phone, words, Origin.RECORDED);
            return show(call);
        } catch (Refused refused) {
            return Wrong.again(form(plate, id, phone, words, Wrong.nothing()), refused);
        }
    }

    private static UUID read(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            return Ids.next();
        }
    }

    @GetMapping(CALLED)
    ModelAndView ask() {
        return CodeAddress.ask(CALLED, "help.ask");
    }

    /** @param code id of the call, which whoever called knows */
    @PostMapping(CALLED)
    ModelAndView show(@RequestParam(defaultValue = "") String code) {
        try {
            return show(calls.get(UUID.fromString(code.strip())));
        } catch (IllegalArgumentException | Refused.NotFound unknown) {
            return CodeAddress.unknown(CALLED, "help.ask");
        }
    }

    private ModelAndView show(HelpCall call) {
        var page = new ModelAndView("request/help/called")
                .addObject("call", call)
                .addObject("contact", contacts.find(call.community()).orElse(null));
        return new CodeAddress(CALLED, call.id().toString()).of(page);
    }

    @GetMapping(WORK)
    ModelAndView list(
            Actor actor,
            @RequestParam @Nullable String place,
            @RequestParam(defaultValue = "") String all,
            @RequestParam @Nullable UUID after) {
        var at = work.of(actor, HelpPermissions.ANSWER, place);
        var found = calls.list(actor, at.path(), all.isBlank(), PAGE, after);
        var next = found.next();
        return waiting(actor, at)
                .addObject("found", found)
                .addObject("all", !all.isBlank())
                .addObject("next", next == null ? "" : Links.to(WORK, "place", at.code(), "all", all, "after", next));
    }

    /** The page again when other calls wait than those it shows, and nothing otherwise: then nobody looks at anything. */
    @GetMapping(WORK + "/waiting")
    @Nullable
    ModelAndView waiting(
            Actor actor,
            @RequestParam @Nullable String place,
            @RequestParam(defaultValue = "") String seen,
            HttpServletResponse web) {
        var at = work.of(actor, HelpPermissions.ANSWER, place);
        if (calls.markOfWaiting(actor, at.path()).equals(seen)) {
            web.setStatus(HttpServletResponse.SC_NO_CONTENT);
            return null;
        }
        return waiting(actor, at)
                .addObject("found", new Slice<HelpCall>(List.of(), null))
                .addObject("all", false)
                .addObject("next", "");
    }

    private ModelAndView waiting(Actor actor, Place at) {
        return new ModelAndView("request/help/work")
                .addObject("place", at)
                .addObject("mark", calls.markOfWaiting(actor, at.path()))
                .addObject("waiting", calls.waiting(actor, at.path()))
                .addObject("placing", placing);
    }

    @PostMapping(WORK + "/{id}/acknowledgement")
    String acknowledge(Actor actor, @PathVariable UUID id) {
        calls.acknowledge(actor, id);
        return "redirect:" + WORK;
    }

    @PostMapping(WORK + "/{id}/ending")
    String end(Actor actor, @PathVariable UUID id, @RequestParam(defaultValue = "") String outcome) {
        calls.end(actor, id, outcome);
        return "redirect:" + WORK;
    }
}
