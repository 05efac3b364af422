package org.zhuxi.portal;

import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Names;
import org.zhuxi.place.Contacts;
import org.zhuxi.place.PlaceKind;
import org.zhuxi.place.PlacePermissions;
import org.zhuxi.place.Places;
import org.zhuxi.place.Plate;
import org.zhuxi.place.Plates;
import org.zhuxi.platform.web.CodeAddress;
import org.zhuxi.waste.StationView;
import org.zhuxi.waste.Stations;
import org.zhuxi.waste.WastePermissions;

/**
 * Where a plate leads: what is here, what is open, whom to call. It is for whoever stands in front of it, so it says nothing about
 * who lives there, and of a dwelling not even which door it is.
 */
@Controller
class PlateLandingPages {

    private static final String PATH = "/q";
    private static final int STATIONS = 50;

    private final Plates plates;
    private final Places places;
    private final Contacts contacts;
    private final Stations stations;

    PlateLandingPages(Plates plates, Places places, Contacts contacts, Stations stations) {
        this.plates = plates;
        this.places = places;
        this.contacts = contacts;
        this.stations = stations;
    }

    @GetMapping(PATH)
    ModelAndView ask() {
        return CodeAddress.ask(PATH, "portal.plate.ask");
    }

    @PostMapping(PATH)
    ModelAndView open(Actor actor, @RequestParam(defaultValue = "") String code) {
        return plates.find(code)
                .map(plate -> new CodeAddress(PATH, plate.code()).of(read(actor, plate)))
                .orElseGet(() -> CodeAddress.unknown(PATH, "portal.plate.ask"));
    }

    private ModelAndView read(Actor actor, Plate plate) {
        var community = places.getCommunity(plate.community());
        var contact = contacts.find(plate.community()).orElse(null);
        if (!plate.isValid()) {
            return new ModelAndView("portal/plate-replaced", HttpStatus.GONE)
                    .addObject("community", community)
                    .addObject("contact", contact);
        }
        var here = stations.list(community.path(), STATIONS, null).items();
        return new ModelAndView("portal/plate")
                .addObject("plate", plate)
                .addObject("title", title(plate))
                .addObject("community", community)
                .addObject("contact", contact)
                .addObject("stations", nearestFirst(here, plate))
                .addObject(
                        "mayRecord",
                        plate.kind() == PlaceKind.DWELLING && actor.may(WastePermissions.RECORD_DROPS, plate.path()))
                .addObject("mayManage", actor.may(PlacePermissions.MANAGE_PLATES, plate.path()));
    }

    /** The site or the building; for a dwelling the building it is in. */
    private Names title(Plate plate) {
        if (plate.kind() != PlaceKind.DWELLING) {
            return plate.label();
        }
        var building = plate.target().substring(0, plate.target().lastIndexOf('-'));
        var label = places.labelOf(plate.community(), building);
        return new Names(label, label);
    }

    /** The station the plate hangs at before the others. */
    private static List<StationView> nearestFirst(List<StationView> stations, Plate plate) {
        return stations.stream()
                .sorted(java.util.Comparator.comparing(
                        (StationView view) -> !view.station().site().code().equals(plate.target())))
                .toList();
    }
}
