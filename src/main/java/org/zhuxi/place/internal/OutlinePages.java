package org.zhuxi.place.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.ExtendedModelMap;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Problem;
import org.zhuxi.kernel.Refused;
import org.zhuxi.place.CoordinateSystem;
import org.zhuxi.place.OutlineRefused;
import org.zhuxi.place.Outlines;
import org.zhuxi.place.Place;
import org.zhuxi.place.PlaceKind;
import org.zhuxi.place.PlacePermissions;
import org.zhuxi.place.Places;

/** Setting and seeing the outline of a community or site. */
@Controller
@RequestMapping("/work/outlines/{code}")
class OutlinePages {

    static final int PICTURE = 600;

    private final Outlines outlines;
    private final Places places;

    OutlinePages(Outlines outlines, Places places) {
        this.outlines = outlines;
        this.places = places;
    }

    @GetMapping
    String show(Actor actor, @PathVariable String code, Model model) {
        fill(actor, getPlace(code), new OutlineForm("", "wgs84", ""), List.of(), model);
        return "place/outline";
    }

    @PostMapping
    ModelAndView put(
            Actor actor,
            @PathVariable String code,
            @RequestParam(defaultValue = "") String geojson,
            @RequestParam(defaultValue = "wgs84") String crs,
            @RequestParam(defaultValue = "") String source,
            @RequestParam(required = false) @Nullable MultipartFile file)
            throws IOException {
        var place = getPlace(code);
        var text = file == null || file.isEmpty() ? geojson : new String(file.getBytes(), StandardCharsets.UTF_8);
        try {
            outlines.put(actor, code, text, OutlinesApi.system(crs), source);
            return new ModelAndView("redirect:/work/outlines/" + code);
        } catch (OutlineRefused refused) {
            var model = new ExtendedModelMap();
            fill(
                    actor,
                    place,
                    new OutlineForm(text, crs, source),
                    refused.problem().fields(),
                    model);
            return new ModelAndView("place/outline", model, HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    @PostMapping("/removal")
    String remove(Actor actor, @PathVariable String code) {
        outlines.remove(actor, code);
        return "redirect:/work/outlines/" + code;
    }

    private void fill(Actor actor, Place place, OutlineForm typed, List<Problem.Field> errors, Model model) {
        actor.require(PlacePermissions.MANAGE, place.path());
        var outline = outlines.find(place.code());
        var home = place.community();
        model.addAttribute("place", place);
        model.addAttribute("outline", outline.orElse(null));
        model.addAttribute(
                "picture",
                outline.map(known -> OutlineShape.svgPath(known.polygons(), PICTURE))
                        .orElse(""));
        model.addAttribute(
                "stated",
                home == null || place.kind() != PlaceKind.COMMUNITY
                        ? null
                        : places.getCommunity(home).areaKm2());
        model.addAttribute("systems", CoordinateSystem.values());
        model.addAttribute("typed", typed);
        model.addAttribute("errors", errors);
    }

    private Place getPlace(String code) {
        return places.findByCode(code)
                .filter(place -> place.community() != null)
                .filter(place -> place.kind() != PlaceKind.DWELLING)
                .orElseThrow(() -> new Refused.NotFound(code));
    }
}
