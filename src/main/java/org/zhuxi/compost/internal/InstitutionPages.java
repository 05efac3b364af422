package org.zhuxi.compost.internal;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhuxi.compost.InstitutionKind;
import org.zhuxi.compost.Institutions;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Typed;
import org.zhuxi.platform.table.CsvTable;
import org.zhuxi.platform.web.Links;

/** Ledgers of institutions, for everybody. */
@Controller
class InstitutionPages {

    private static final String PATH = "/compost/institutions";
    private static final int PAGE = 50;
    private static final int FILE_PAGE = 500;

    private final Institutions institutions;
    private final Clock clock;

    InstitutionPages(Institutions institutions, Clock clock) {
        this.institutions = institutions;
        this.clock = clock;
    }

    @GetMapping(PATH)
    ModelAndView list(
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String q,
            @RequestParam @Nullable String after) {
        var found = institutions.list(
                PlacePath.NATION, Typed.find(InstitutionKind.class, kind).orElse(null), q, PAGE, after);
        var next = found.next();
        return new ModelAndView("compost/institutions")
                .addObject("found", found)
                .addObject("kind", kind)
                .addObject("q", q)
                .addObject("next", next == null ? "" : Links.to(PATH, "kind", kind, "q", q, "after", next));
    }

    @GetMapping(PATH + "/{id}")
    ModelAndView one(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String year,
            @RequestParam @Nullable String after) {
        var of = Years.of(year, clock);
        var key = Ids.read(id);
        var lines = institutions.publishedLines(key, of, PAGE, after);
        var next = lines.next();
        return new ModelAndView("compost/institution")
                .addObject("ledger", institutions.published(key, of))
                .addObject("lines", lines)
                .addObject("thisYear", Years.of("", clock))
                .addObject(
                        "next",
                        next == null ? "" : Links.to(PATH + "/" + key, "year", Integer.toString(of), "after", next));
    }

    @GetMapping(PATH + "/{id}/ledger.csv")
    void file(@PathVariable String id, @RequestParam(defaultValue = "") String year, HttpServletResponse response)
            throws IOException {
        var key = Ids.read(id);
        var of = Years.of(year, clock);
        var slice = institutions.publishedLines(key, of, FILE_PAGE, null);
        try (var csv = CsvTable.download(
                response,
                "institution-ledger",
                "id",
                "month",
                "source",
                "stream",
                "destination",
                "mass_kg",
                "taken_back",
                "origin")) {
            while (true) {
                for (var it : slice.items()) {
                    csv.row(
                            it.id(),
                            it.month(),
                            it.source(),
                            it.stream(),
                            it.destination(),
                            it.massKg(),
                            it.takenBack(),
                            it.origin());
                }
                if (slice.next() == null) {
                    return;
                }
                slice = institutions.publishedLines(key, of, FILE_PAGE, slice.next());
            }
        }
    }
}
