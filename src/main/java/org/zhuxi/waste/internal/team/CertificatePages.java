package org.zhuxi.waste.internal.team;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.Refused;
import org.zhuxi.place.Places;
import org.zhuxi.platform.web.CodeAddress;
import org.zhuxi.platform.web.QrCode;
import org.zhuxi.waste.WasteRefused;
import org.zhuxi.waste.internal.Again;
import org.zhuxi.waste.internal.FormProblem;
import org.zhuxi.waste.internal.Typed;
import org.zhuxi.waste.team.HourCertificate;
import org.zhuxi.waste.team.HourCertificates;

/** A member makes certificates of hours out; whoever has the paper checks it. */
@Controller
class CertificatePages {

    private static final String PATH = "/certificates";
    private static final java.time.ZoneId ZONE = java.time.ZoneId.of("Asia/Shanghai");

    private final HourCertificates certificates;
    private final Places places;
    private final Clock clock;

    CertificatePages(HourCertificates certificates, Places places, Clock clock) {
        this.certificates = certificates;
        this.places = places;
        this.clock = clock;
    }

    @GetMapping("/me/hours")
    ModelAndView mine(Actor actor) {
        var today = LocalDate.now(clock.withZone(ZONE));
        var preset = Map.of("from", today.withDayOfYear(1).toString(), "to", today.toString());
        return show(actor, new Typed(preset), FormProblem.NONE);
    }

    @PostMapping("/me/hours")
    ModelAndView issue(Actor actor, @RequestParam Map<String, String> fields) {
        var form = new Typed(fields);
        try {
            var made = certificates.issue(actor, community(form), form.day("from"), form.day("to"), Origin.RECORDED);
            return show(actor, made);
        } catch (Refused refused) {
            return Again.after(refused, problem -> show(actor, form, problem));
        }
    }

    private CommunityId community(Typed form) {
        var code = form.get("community");
        return Objects.requireNonNull(places.findByCode(code)
                .filter(place -> place.community() != null)
                .orElseThrow(() -> new WasteRefused.Unreadable("community", "waste-community-needed", code))
                .community());
    }

    private ModelAndView show(Actor actor, Typed form, FormProblem problem) {
        var mine = certificates.mine(actor);
        var teams = certificates.teams(actor).stream()
                .map(team -> places.getCommunity(team.community()))
                .toList();
        var names = new HashMap<CommunityId, Names>();
        mine.forEach(it -> names.computeIfAbsent(
                it.community(), id -> places.getCommunity(id).name()));
        return new ModelAndView("waste/team/hours")
                .addObject("certificates", mine)
                .addObject("teams", teams)
                .addObject("names", names)
                .addObject("form", form)
                .addObject("problem", problem);
    }

    @GetMapping(PATH)
    ModelAndView ask() {
        return CodeAddress.ask(PATH, "waste.hours.ask");
    }

    /** For whoever holds the code on the paper; the whole name is for the member and the team's leaders. */
    @PostMapping(PATH)
    ModelAndView check(Actor actor, @RequestParam(defaultValue = "") String code) {
        try {
            return show(actor, certificates.get(Typed.id(code.strip())));
        } catch (Refused.NotFound unknown) {
            return CodeAddress.unknown(PATH, "waste.hours.ask");
        }
    }

    private ModelAndView show(Actor actor, HourCertificate certificate) {
        var address = new CodeAddress(PATH, certificate.id().toString());
        var page = new ModelAndView("waste/team/certificate")
                .addObject("certificate", certificate)
                .addObject("community", places.getCommunity(certificate.community()))
                .addObject("whole", certificates.maySeeName(actor, certificate))
                .addObject("qr", QrCode.of(address.absolute()))
                .addObject("today", LocalDate.now(clock.withZone(ZONE)));
        return address.of(page);
    }
}
