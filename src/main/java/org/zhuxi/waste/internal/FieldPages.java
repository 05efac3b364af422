package org.zhuxi.waste.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhuxi.kernel.Actor;
import org.zhuxi.waste.Drops;
import org.zhuxi.waste.Stations;

/** The steward's day: my station, whether it is open, what I have recorded. */
@Controller
class FieldPages {

    private final FieldStations mine;
    private final Stations stations;
    private final Drops drops;

    FieldPages(FieldStations mine, Stations stations, Drops drops) {
        this.mine = mine;
        this.stations = stations;
        this.drops = drops;
    }

    @GetMapping("/field")
    String today(Actor actor, @RequestParam @Nullable UUID station, HttpServletRequest request, Model model) {
        var choices = mine.choices(actor);
        var current = mine.current(choices, station, request).orElse(null);
        model.addAttribute("choices", choices);
        model.addAttribute("current", current);
        model.addAttribute(
                "shift",
                current == null ? null : drops.today(actor, current.station().ref()));
        return "waste/field";
    }

    @PostMapping("/field/station")
    String choose(@RequestParam UUID station, HttpServletResponse response) {
        var view = stations.get(station);
        mine.remember(view.station().site().id(), response);
        return "redirect:/field";
    }
}
