package org.zhuxi.indicator.internal;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Year;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhuxi.indicator.IndicatorDefinition;
import org.zhuxi.indicator.IndicatorView;
import org.zhuxi.indicator.Indicators;
import org.zhuxi.indicator.PublishedFigures;
import org.zhuxi.indicator.Reckoned;
import org.zhuxi.indicator.Registers;
import org.zhuxi.indicator.ReportPeriod;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Refused;
import org.zhuxi.place.Place;
import org.zhuxi.platform.table.CsvTable;
import org.zhuxi.platform.web.ChartFile;

/** Indicators as everybody may see them. */
@Controller
public class IndicatorPages {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int ITEMS = 500;

    private final Indicators indicators;
    private final PublishedFigures figures;
    private final Registers registers;
    private final EntryStore entries;
    private final DefinitionBook book;
    private final PlaceNaming naming;
    private final IndicatorCharts charts;
    private final Clock clock;

    IndicatorPages(
            Indicators indicators,
            PublishedFigures figures,
            Registers registers,
            EntryStore entries,
            DefinitionBook book,
            PlaceNaming naming,
            IndicatorCharts charts,
            Clock clock) {
        this.indicators = indicators;
        this.figures = figures;
        this.registers = registers;
        this.entries = entries;
        this.book = book;
        this.naming = naming;
        this.charts = charts;
        this.clock = clock;
    }

    /** A subject with its indicators. */
    public record Topic(Names name, List<Row> rows) {}

    /** An indicator with its latest value, if there is one. */
    public record Row(
            IndicatorDefinition definition, @Nullable ReportPeriod period, Reckoned value) {}

    @GetMapping("/indicators")
    ModelAndView list(@RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "") String place) {
        var at = place(place);
        return new ModelAndView("indicator/list")
                .addObject("query", q)
                .addObject("place", at)
                .addObject("topics", topics(q, at.path()));
    }

    private List<Topic> topics(String words, PlacePath path) {
        var found = indicators.list(words);
        var topics = new ArrayList<Topic>();
        indicators.topics().forEach((code, name) -> {
            var rows = found.stream()
                    .filter(one -> one.topic().equals(code))
                    .map(one -> row(one, path))
                    .toList();
            if (!rows.isEmpty()) {
                topics.add(new Topic(name, rows));
            }
        });
        return topics;
    }

    private Row row(IndicatorDefinition definition, PlacePath path) {
        var period = indicators.latest(definition.code(), path);
        return new Row(
                definition,
                period,
                period == null
                        ? new Reckoned.None(Reckoned.Reason.MISSING, "")
                        : indicators.value(definition.code(), path, period));
    }

    @GetMapping("/indicators/csv")
    void listAsCsv(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String place,
            HttpServletResponse response)
            throws IOException {
        var at = place(place);
        try (var csv = CsvTable.download(
                response,
                "indicators",
                "indicator",
                "name_zh",
                "name_en",
                "place",
                "period",
                "value",
                "unit",
                "version",
                "no_value")) {
            for (var topic : topics(q, at.path())) {
                for (var row : topic.rows()) {
                    csv.row(
                            row.definition().code(),
                            row.definition().names().zh(),
                            row.definition().names().en(),
                            at.code(),
                            row.period(),
                            row.value().orNull(),
                            row.definition().unit().en(),
                            row.definition().version(),
                            noValue(row.value()));
                }
            }
        }
    }

    @GetMapping("/indicators/{code}")
    ModelAndView one(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String place,
            @RequestParam(required = false) @Nullable String period) {
        indicators.get(code);
        var asked = ReportPeriod.parse(period).orElse(thisYear());
        var at = naming.get(place.isBlank() ? PlacePath.NATION.value() : place, asked);
        var known = indicators.periods(code, at.path());
        var chosen = ReportPeriod.parse(period).orElse(known.isEmpty() ? thisYear() : known.getFirst());
        var offered = new ArrayList<>(known);
        if (!offered.contains(chosen)) {
            offered.addFirst(chosen);
        }
        var view = indicators.open(code, at.path().value(), chosen);
        return new ModelAndView("indicator/one")
                .addObject("view", view)
                .addObject("chart", charts.course(view))
                .addObject("way", way(at, chosen))
                .addObject("periods", List.copyOf(offered))
                .addObject("figure", figures.find(code, at.path(), chosen).orElse(null));
    }

    private List<Place> way(Place at, ReportPeriod period) {
        var above = at.path().andAbove().reversed();
        var found = naming.at(above, period);
        return above.stream().map(found::get).filter(Objects::nonNull).toList();
    }

    @GetMapping("/indicators/{code}/csv")
    void oneAsCsv(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String place,
            @RequestParam(required = false) @Nullable String period,
            HttpServletResponse response)
            throws IOException {
        var view = view(code, place, period);
        var measures = view.terms().stream().map(term -> term.measure().code()).toList();
        var columns = new ArrayList<>(List.of("place", "name_zh", "name_en", "period", "value"));
        columns.addAll(measures);
        columns.add("no_value");
        try (var csv = CsvTable.download(response, code, columns.toArray(String[]::new))) {
            var at = view.at();
            csv.row(cells(new IndicatorView.Part(at.path(), at.code(), at.name(), view.value(), view.terms()), view));
            for (var part : view.parts()) {
                csv.row(cells(part, view));
            }
        }
    }

    @GetMapping("/indicators/{code}/course.csv")
    void courseAsCsv(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String place,
            @RequestParam(required = false) @Nullable String period,
            HttpServletResponse response)
            throws IOException {
        ChartFile.download(response, "course-" + code, charts.course(view(code, place, period)));
    }

    private IndicatorView view(String code, String place, @Nullable String period) {
        return indicators.open(
                code,
                place.isBlank() ? PlacePath.NATION.value() : place,
                ReportPeriod.parse(period).orElse(thisYear()));
    }

    private static @Nullable Object[] cells(IndicatorView.Part part, IndicatorView view) {
        var cells = new ArrayList<@Nullable Object>(java.util.Arrays.asList(
                part.code(),
                part.name().zh(),
                part.name().en(),
                view.at().period(),
                part.value().orNull()));
        for (var term : view.terms()) {
            cells.add(part.terms().stream()
                    .filter(one -> one.measure().code().equals(term.measure().code()))
                    .map(one -> one.verified())
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(null));
        }
        cells.add(noValue(part.value()));
        return cells.toArray();
    }

    /** Why there is no value, for files; empty when there is one. */
    private static String noValue(Reckoned value) {
        return value instanceof Reckoned.None none ? none.reason().name() : "";
    }

    @GetMapping("/indicators/entries/{id}")
    ModelAndView entry(@PathVariable UUID id) {
        var entry = entries.find(id).orElseThrow(() -> new Refused.NotFound(id));
        var cell = entry.cell();
        if (cell != null && Suppression.isSmall(cell)) {
            throw new Refused.NotFound(id);
        }
        return new ModelAndView("indicator/entry")
                .addObject("entry", entry)
                .addObject("measure", book.measure(entry.measure()))
                .addObject("place", naming.get(entry.place(), entry.period()).name());
    }

    @GetMapping("/indicators/registers/{id}")
    ModelAndView register(@PathVariable UUID id) {
        var register = registers.get(id);
        var items = registers.items(id);
        return new ModelAndView("indicator/register")
                .addObject("register", register)
                .addObject(
                        "scope",
                        naming.get(register.scope().value(), register.cycle()).name())
                .addObject("items", items.stream().limit(ITEMS).toList())
                .addObject(
                        "counted",
                        book.measures().values().stream()
                                .filter(measure -> !measure.sites().isEmpty())
                                .toList())
                .addObject("more", items.size() > ITEMS);
    }

    private Place place(String code) {
        return naming.get(code.isBlank() ? PlacePath.NATION.value() : code, thisYear());
    }

    private ReportPeriod thisYear() {
        return ReportPeriod.of(Year.from(LocalDate.now(clock.withZone(ZONE))));
    }
}
