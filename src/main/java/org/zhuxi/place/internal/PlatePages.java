package org.zhuxi.place.internal;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.ExtendedModelMap;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Origin;
import org.zhuxi.place.Place;
import org.zhuxi.place.PlaceKind;
import org.zhuxi.place.Places;
import org.zhuxi.place.Plate;
import org.zhuxi.place.PlateRefused;
import org.zhuxi.place.PlateState;
import org.zhuxi.place.Plates;
import org.zhuxi.platform.table.CsvTable;
import org.zhuxi.platform.web.CodeAddress;
import org.zhuxi.platform.web.Links;
import org.zhuxi.platform.web.QrCode;

/** The plates of a community in the workbench: making, printing, what became of them. */
@Controller
@RequestMapping("/work/plates")
public class PlatePages {

    static final List<PlaceKind> KINDS = List.of(PlaceKind.SITE, PlaceKind.BUILDING, PlaceKind.DWELLING);

    private static final int PAGE = 40;
    private static final int CSV_PAGE = 1_000;
    private static final int SHEET = 8;
    private static final int SHEETS = 6;

    private final Plates plates;
    private final Places places;
    private final PremisesStore premises;
    private final PlatePlaces asked;

    PlatePages(Plates plates, Places places, PremisesStore premises, PlatePlaces asked) {
        this.plates = plates;
        this.places = places;
        this.premises = premises;
        this.asked = asked;
    }

    /** A plate with the code that leads to its page. */
    public record Printed(Plate plate, QrCode qr) {}

    @GetMapping
    String list(
            Actor actor,
            @RequestParam(required = false) @Nullable String place,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer made,
            Model model) {
        fill(actor, asked.get(actor, place), kind, state, after, model);
        model.addAttribute("made", made);
        return "place/plates";
    }

    private void fill(Actor actor, Place at, String kind, String state, @Nullable String after, Model model) {
        var found = plates.list(actor, at, PlatePlaces.filter(kind, state), PAGE, after);
        var home = java.util.Objects.requireNonNull(at.community());
        model.addAttribute("at", at);
        model.addAttribute("community", places.getCommunity(home));
        model.addAttribute("buildings", premises.listBuildings(home));
        model.addAttribute("kinds", KINDS);
        model.addAttribute("kind", kind);
        model.addAttribute("state", state);
        model.addAttribute("states", PlateState.values());
        model.addAttribute("found", found);
        model.addAttribute("next", found.next() == null ? null : to("", at, kind, state, "after", found.next()));
        model.addAttribute("csv", to("", at, kind, state, "format", "csv"));
        model.addAttribute("sheet", to("/sheet", at, kind, state.isBlank() ? "PRINTED" : state, "from", ""));
        model.addAttribute("error", "");
    }

    private static String to(String page, Place at, String kind, String state, String name, String value) {
        return Links.to("/work/plates" + page, "place", at.code(), "kind", kind, "state", state, name, value);
    }

    @PostMapping
    ModelAndView make(
            Actor actor,
            @RequestParam(required = false) @Nullable String place,
            @RequestParam(defaultValue = "") List<String> kinds) {
        var at = asked.get(actor, place);
        try {
            var made = plates.make(actor, at, PlatePlaces.kinds(kinds), Origin.RECORDED);
            return new ModelAndView("redirect:"
                    + Links.to("/work/plates", "place", at.code(), "state", "PRINTED", "made", String.valueOf(made)));
        } catch (PlateRefused.NoKind refused) {
            var model = new ExtendedModelMap();
            fill(actor, at, "", "", null, model);
            model.addAttribute("error", refused.problem().slug());
            return new ModelAndView("place/plates", model, HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    @GetMapping(params = "format=csv")
    void csv(
            Actor actor,
            @RequestParam(required = false) @Nullable String place,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String state,
            HttpServletResponse response)
            throws IOException {
        var at = asked.get(actor, place);
        var filter = PlatePlaces.filter(kind, state);
        var page = plates.list(actor, at, filter, CSV_PAGE, null);
        try (var csv = CsvTable.download(
                response, "plates-" + at.code(), "plate", "kind", "place", "label", "state", "changed_at", "address")) {
            while (true) {
                for (var plate : page.items()) {
                    csv.row(
                            plate.printed(),
                            plate.kind(),
                            plate.target(),
                            plate.label().zh(),
                            plate.state(),
                            plate.changedAt(),
                            address(plate));
                }
                if (page.next() == null) {
                    return;
                }
                page = plates.list(actor, at, filter, CSV_PAGE, page.next());
            }
        }
    }

    /** Eight plates on a sheet of A4, at most six sheets at a time; or one after the other on a roll of 80 mm. */
    @GetMapping("/sheet")
    String sheet(
            Actor actor,
            @RequestParam(required = false) @Nullable String place,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "PRINTED") String state,
            @RequestParam(defaultValue = "") String from,
            Model model) {
        var at = asked.get(actor, place);
        var found = plates.list(actor, at, PlatePlaces.filter(kind, state), SHEET * SHEETS, from);
        var printed = found.items().stream()
                .filter(Plate::isValid)
                .map(plate -> new Printed(plate, QrCode.of(address(plate))))
                .toList();
        model.addAttribute("at", at);
        model.addAttribute("community", places.getCommunity(java.util.Objects.requireNonNull(at.community())));
        model.addAttribute(
                "sheets",
                java.util.stream.IntStream.iterate(0, i -> i < printed.size(), i -> i + SHEET)
                        .mapToObj(i -> printed.subList(i, Math.min(i + SHEET, printed.size())))
                        .toList());
        model.addAttribute("next", found.next() == null ? null : to("/sheet", at, kind, state, "from", found.next()));
        model.addAttribute("back", to("", at, kind, state, "after", ""));
        return "place/plate-sheet";
    }

    @PostMapping("/state")
    String mark(
            Actor actor,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String back) {
        var plate = plates.mark(actor, code, PlatePlaces.state(state));
        return "redirect:" + back(plate, back);
    }

    @PostMapping("/replacement")
    String replace(Actor actor, @RequestParam(defaultValue = "") String code) {
        var fresh = plates.replace(actor, code);
        return "redirect:" + Links.to("/work/plates", "place", fresh.target());
    }

    /** To the list as it was; anywhere else is not followed. */
    private static String back(Plate plate, String asked) {
        return asked.startsWith("/work/plates?") ? asked : Links.to("/work/plates", "place", plate.target());
    }

    private static String address(Plate plate) {
        return new CodeAddress("/q", plate.code()).absolute();
    }
}
