package org.zhuxi.portal.opendata;

import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.zhuxi.platform.table.ExportSource;

/** The catalogue of the open data. */
@Controller
public class OpenDataPages {

    private final OpenData data;
    private final OpenDataSettings settings;
    private final Clock clock;

    OpenDataPages(OpenData data, OpenDataSettings settings, Clock clock) {
        this.data = data;
        this.settings = settings;
        this.clock = clock;
    }

    /** A table and the forms in which it is given out. */
    public record Set(ExportSource source, List<String> formats) {}

    @GetMapping("/open-data")
    String catalogue(Model model) {
        model.addAttribute(
                "sets",
                data.list().stream()
                        .map(set -> new Set(set, OpenData.hasPlaces(set) ? List.of("csv", "geojson") : List.of("csv")))
                        .toList());
        model.addAttribute("settings", settings);
        model.addAttribute("now", clock.instant());
        return "portal/open-data";
    }
}
