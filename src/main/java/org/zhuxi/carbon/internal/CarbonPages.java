package org.zhuxi.carbon.internal;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhuxi.carbon.Line;
import org.zhuxi.carbon.Statement;
import org.zhuxi.carbon.Statements;
import org.zhuxi.kernel.Actor;
import org.zhuxi.place.Place;
import org.zhuxi.place.WorkPlaces;
import org.zhuxi.platform.paper.PdfPaper;
import org.zhuxi.platform.table.CsvTable;
import org.zhuxi.platform.web.Page;

/** What counts for the climate and what was published, for everybody. */
@Controller
class CarbonPages {

    static final String[] COLUMNS = {
        "id",
        "place",
        "name_zh",
        "name_en",
        "period",
        "scope",
        "horizon",
        "gwp",
        "process",
        "net_kg_co2e",
        "low_kg_co2e",
        "high_kg_co2e",
        "if_buried_kg_co2e",
        "treated_kg",
        "state",
        "hash",
        "published_at",
        "origin",
        "page"
    };

    private static final int PAGE = 20;
    private static final int CSV_PAGE = 500;

    private final Statements statements;
    private final WorkPlaces places;

    CarbonPages(Statements statements, WorkPlaces places) {
        this.statements = statements;
        this.places = places;
    }

    @GetMapping("/carbon")
    ModelAndView list(
            @RequestParam(defaultValue = "") String place,
            @RequestParam(defaultValue = "") String scope,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable UUID after) {
        var at = places.open(place);
        var found = statements.published(at.path(), scope(scope), q, PAGE, after);
        var next = found.next();
        return new ModelAndView("carbon/list")
                .addObject("place", at)
                .addObject("scope", scope)
                .addObject("query", q)
                .addObject("found", found)
                .addObject(
                        "next",
                        next == null
                                ? ""
                                : CarbonLinks.to("/carbon", "place", code(at), "scope", scope, "q", q, "after", next))
                .addObject("csv", CarbonLinks.to("/carbon/csv", "place", code(at), "scope", scope, "q", q));
    }

    static String code(Place place) {
        return place.path().value().equals("/") ? "" : place.code();
    }

    static Line.@Nullable Scope scope(String typed) {
        return Choices.find(Line.Scope.class, typed.toUpperCase(Locale.ROOT));
    }

    @GetMapping("/carbon/csv")
    void download(
            @RequestParam(defaultValue = "") String place,
            @RequestParam(defaultValue = "") String scope,
            @RequestParam(defaultValue = "") String q,
            HttpServletResponse response)
            throws IOException {
        var at = places.open(place);
        var slice = statements.published(at.path(), scope(scope), q, CSV_PAGE, null);
        try (var csv = CsvTable.download(response, "carbon-statements", COLUMNS)) {
            while (true) {
                for (var it : slice.items()) {
                    csv.row(row(it));
                }
                var next = slice.next();
                if (next == null) {
                    return;
                }
                slice = statements.published(at.path(), scope(scope), q, CSV_PAGE, UUID.fromString(next));
            }
        }
    }

    static @Nullable Object[] row(Statement it) {
        var document = it.document();
        return new @Nullable Object[] {
            it.id(),
            document.place(),
            document.placeName().zh(),
            document.placeName().en(),
            document.period(),
            document.scope(),
            document.horizon(),
            document.gwp(),
            document.process(),
            document.net().kg(),
            document.net().lowKg(),
            document.net().highKg(),
            document.landfillOnly().kg(),
            document.treatedKg(),
            it.state(),
            it.hash(),
            it.publishedAt(),
            it.origin(),
            "/carbon/statements/" + it.id()
        };
    }

    @GetMapping("/carbon/statements/{id}")
    ModelAndView one(Actor actor, @PathVariable UUID id) {
        var statement = statements.get(actor, id);
        return new ModelAndView("carbon/statement")
                .addObject("statement", statement)
                .addObject("reproducible", statements.isReproducible(statement));
    }

    /** The same on paper; the same statement gives the same file. */
    @GetMapping("/carbon/statements/{id}/statement.pdf")
    void paper(Actor actor, @PathVariable UUID id, Page page, HttpServletResponse response) throws IOException {
        var statement = statements.get(actor, id);
        response.setContentType(MediaType.APPLICATION_PDF_VALUE);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                "attachment; filename=\"carbon-statement-%s.pdf\"".formatted(statement.id()));
        PdfPaper.write(StatementPaper.of(page, statement), statement.madeAt(), response.getOutputStream());
    }
}
