package org.zhuxi.governance.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.zhuxi.governance.GovernancePermissions;
import org.zhuxi.governance.GovernanceRefused;
import org.zhuxi.governance.internal.budget.BudgetCount;
import org.zhuxi.governance.internal.budget.BudgetRule;
import org.zhuxi.governance.internal.budget.PbFile;
import org.zhuxi.governance.internal.budget.PbReader;
import org.zhuxi.governance.internal.budget.PbRefused;
import org.zhuxi.kernel.Actor;
import org.zhuxi.place.Place;
import org.zhuxi.place.WorkPlaces;
import org.zhuxi.platform.web.Wrong;

/** Counts a budget vote from a Pabulib file by the rule of this program; nothing of it is kept. */
@Controller
class PabulibPages {

    private static final String PATH = "/work/pabulib";

    private final WorkPlaces places;

    PabulibPages(WorkPlaces places) {
        this.places = places;
    }

    @GetMapping(PATH)
    ModelAndView form(Actor actor, @RequestParam @Nullable String place) {
        return page(place(actor, place), "");
    }

    private Place place(Actor actor, @Nullable String code) {
        var at = places.of(actor, GovernancePermissions.DECIDE, code);
        actor.require(GovernancePermissions.DECIDE, at.path());
        return at;
    }

    private static ModelAndView page(Place at, String text) {
        return new ModelAndView("governance/pabulib")
                .addObject("place", at)
                .addObject("text", text)
                .addObject("file", null)
                .addObject("outcome", null)
                .addObject("wrong", Wrong.nothing());
    }

    @PostMapping(PATH)
    ModelAndView count(
            Actor actor,
            @RequestParam @Nullable String place,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(required = false) @Nullable MultipartFile file)
            throws IOException {
        var at = place(actor, place);
        var sent = file == null || file.isEmpty() ? text : new String(file.getBytes(), StandardCharsets.UTF_8);
        try {
            var read = read(sent);
            var election = read.election();
            return page(at, text)
                    .addObject("file", read)
                    .addObject("outcome", BudgetCount.count(election, BudgetRule.usual(election)));
        } catch (GovernanceRefused.BadFile refused) {
            return Wrong.again(page(at, text), refused);
        }
    }

    private static PbFile read(String text) {
        try {
            return PbReader.read(text);
        } catch (PbRefused refused) {
            throw new GovernanceRefused.BadFile(refused.fault().name(), refused.line(), refused.detail());
        }
    }
}
