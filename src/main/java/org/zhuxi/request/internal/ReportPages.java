package org.zhuxi.request.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.HouseholdRef;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.Problem;
import org.zhuxi.kernel.Refused;
import org.zhuxi.place.Place;
import org.zhuxi.place.PlaceKind;
import org.zhuxi.place.Places;
import org.zhuxi.place.Plates;
import org.zhuxi.platform.web.CodeAddress;
import org.zhuxi.platform.web.Wrong;
import org.zhuxi.request.RequestPhotos;
import org.zhuxi.request.RequestRefused;
import org.zhuxi.request.RequestSource;
import org.zhuxi.request.Requests;
import org.zhuxi.request.ServiceRequest;
import org.zhuxi.request.ServiceTypes;

/** Reporting, for everybody: where, what, a photo, and a telephone for whoever wants to be called. */
@Controller
class ReportPages {

    static final String NEW = "/requests/new";
    private static final int FOUND = 20;

    private final Requests requests;
    private final RequestPhotos photos;
    private final ServiceTypes services;
    private final Places places;
    private final Plates plates;
    private final Placing placing;
    private final SenderLimits limits;
    private final TrackedPage tracked;

    ReportPages(
            Requests requests,
            RequestPhotos photos,
            ServiceTypes services,
            Places places,
            Plates plates,
            Placing placing,
            SenderLimits limits,
            TrackedPage tracked) {
        this.requests = requests;
        this.photos = photos;
        this.services = services;
        this.places = places;
        this.plates = plates;
        this.placing = placing;
        this.limits = limits;
        this.tracked = tracked;
    }

    /** The form; without a place, first the question where. */
    @GetMapping(NEW)
    ModelAndView form(
            Actor actor,
            @RequestParam(defaultValue = "") String place,
            @RequestParam(defaultValue = "") String service,
            @RequestParam(defaultValue = "") String q) {
        var code = place.isBlank() && q.isBlank() ? own(actor) : place;
        return code.isBlank() ? where(q, Wrong.nothing()) : form(code, "", service);
    }

    /** The form for where a plate hangs. @param plate its code, or that of a place */
    @PostMapping(NEW)
    ModelAndView form(@RequestParam(defaultValue = "") String plate) {
        var page = form(plate, plate, "");
        return plates.find(plate)
                .map(found -> new CodeAddress(NEW, found.code()).of(page))
                .orElse(page);
    }

    private ModelAndView form(String code, String plate, String service) {
        try {
            var sent = Sent.fresh(placing.get(code).code(), service);
            sent.fields().add("plate", plate);
            return form(sent, Wrong.nothing());
        } catch (Refused refused) {
            return Wrong.again(where("", Wrong.nothing()), refused);
        }
    }

    /** The community somebody lives in; empty for everybody else. */
    private String own(Actor actor) {
        return actor.households().stream()
                .map(HouseholdRef::community)
                .map(places::getCommunity)
                .map(community -> community.code())
                .findFirst()
                .orElse("");
    }

    private ModelAndView where(String q, Wrong wrong) {
        var words = q.length() > 60 ? q.substring(0, 60) : q.replace("\0", "");
        List<Place> found = words.isBlank()
                ? List.of()
                : places.search(words, FOUND, null).items().stream()
                        .filter(place -> place.kind() == PlaceKind.COMMUNITY)
                        .toList();
        return new ModelAndView("request/where")
                .addObject("q", words)
                .addObject("found", found)
                .addObject("wrong", wrong);
    }

    private ModelAndView form(Sent sent, Wrong wrong) {
        var place = placing.get(sent.value("place"));
        return new ModelAndView("request/new")
                .addObject("sent", sent)
                .addObject("place", placing.label(place))
                .addObject("services", services)
                .addObject("near", List.<ServiceRequest>of())
                .addObject("wrong", wrong);
    }

    @PostMapping("/requests")
    ModelAndView send(
            Actor actor,
            HttpServletRequest web,
            @RequestParam MultiValueMap<String, String> fields,
            @RequestParam(required = false) @Nullable List<MultipartFile> photo)
            throws IOException {
        var sent = new Sent(fields);
        try {
            placing.get(sent.value("place"));
        } catch (Refused refused) {
            return Wrong.again(where("", Wrong.nothing()), refused);
        }
        try {
            var source = sent.value("plate").isBlank() ? RequestSource.PAGE : RequestSource.PLATE;
            var typed = sent.read(services.list(), source);
            limits.take(actor, "report", web.getRemoteAddr());
            var request = requests.report(actor, typed, Origin.RECORDED);
            return tracked.show(request.code(), keep(request.code(), photo), Sent.nothing());
        } catch (RequestRefused.Nearby nearby) {
            return Wrong.again(form(sent, Wrong.nothing()), nearby)
                    .addObject("near", requests.near(sent.read(services.list(), RequestSource.PAGE)));
        } catch (Refused refused) {
            if (refused.problem().kind() == Problem.Kind.NOT_FOUND) {
                throw refused;
            }
            return Wrong.again(form(sent, Wrong.nothing()), refused);
        }
    }

    /** The report is kept already: a photo that cannot be kept is told of, and can be sent again. */
    private String keep(String code, @Nullable List<MultipartFile> sent) throws IOException {
        var fate = "yes";
        for (var one : sent == null ? List.<MultipartFile>of() : sent) {
            if (one.isEmpty()) {
                continue;
            }
            try (var content = one.getInputStream()) {
                photos.send(code, content);
            } catch (Refused refused) {
                fate = "without-photo";
            }
        }
        return fate;
    }
}
