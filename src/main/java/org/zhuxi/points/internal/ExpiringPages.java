package org.zhuxi.points.internal;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Grant;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Refused;
import org.zhuxi.kernel.Slice;
import org.zhuxi.place.Place;
import org.zhuxi.place.Places;
import org.zhuxi.platform.table.CsvTable;
import org.zhuxi.points.ExpiringPoints;
import org.zhuxi.points.ExpiryNotices;
import org.zhuxi.points.PointsPermissions;

/** The list from which workers write notices to households that are about to lose points. */
@Controller
class ExpiringPages {

    private static final int LINES = 50;
    private static final int AT_ONCE = 500;

    private final ExpiryNotices notices;
    private final Places places;

    ExpiringPages(ExpiryNotices notices, Places places) {
        this.notices = notices;
        this.places = places;
    }

    @GetMapping("/work/points/expiring")
    String list(
            Actor actor,
            @RequestParam @Nullable String place,
            @RequestParam(defaultValue = "30") int days,
            @RequestParam(defaultValue = "20") long least,
            @RequestParam @Nullable UUID after,
            Model model) {
        var at = place(actor, place);
        model.addAttribute("place", at);
        model.addAttribute("days", days);
        model.addAttribute("least", least);
        model.addAttribute(
                "found",
                at.community() == null
                        ? new Slice<ExpiringPoints>(java.util.List.of(), null)
                        : notices.list(actor, at, days, least, LINES, after));
        return "points/expiring";
    }

    @GetMapping("/work/points/expiring.csv")
    void csv(
            Actor actor,
            @RequestParam @Nullable String place,
            @RequestParam(defaultValue = "30") int days,
            @RequestParam(defaultValue = "20") long least,
            HttpServletResponse response)
            throws IOException {
        var at = place(actor, place);
        var page = notices.list(actor, at, days, least, AT_ONCE, null);
        try (var csv = CsvTable.download(response, "points-expiring", "door", "points", "last_day")) {
            while (true) {
                for (var line : page.items()) {
                    csv.row(line.label(), line.points(), line.firstDay());
                }
                if (page.next() == null) {
                    return;
                }
                page = notices.list(actor, at, days, least, AT_ONCE, UUID.fromString(page.next()));
            }
        }
    }

    @GetMapping("/api/v1/points/expiring")
    @ResponseBody
    Slice<ExpiringPoints> api(
            Actor actor,
            @RequestParam String place,
            @RequestParam(defaultValue = "30") int days,
            @RequestParam(defaultValue = "20") long least,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam @Nullable UUID after) {
        return notices.list(actor, place(actor, place), days, least, Math.clamp(limit, 1, AT_ONCE), after);
    }

    private Place place(Actor actor, @Nullable String code) {
        if (code != null && !code.isBlank()) {
            return places.findByCode(code.strip()).orElseThrow(() -> new Refused.NotFound(code));
        }
        return actor.grants().stream()
                .filter(grant -> PointsPermissions.READ.roles().contains(grant.role()))
                .map(Grant::place)
                .map(PlacePath::value)
                .sorted()
                .findFirst()
                .flatMap(path -> places.findByPath(new PlacePath(path)))
                .orElseThrow(() -> new Refused.Forbidden(PointsPermissions.READ.code()));
    }
}
