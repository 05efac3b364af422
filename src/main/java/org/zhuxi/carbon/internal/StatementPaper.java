package org.zhuxi.carbon.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.zhuxi.carbon.Statement;
import org.zhuxi.carbon.StatementDocument;
import org.zhuxi.platform.paper.Paper;
import org.zhuxi.platform.web.Page;

/** A statement as it goes on paper: what its page says, with all factors open. */
final class StatementPaper {

    private static final int SECTION = 2;

    private final Page page;
    private final Statement statement;
    private final StatementDocument document;

    private StatementPaper(Page page, Statement statement) {
        this.page = page;
        this.statement = statement;
        this.document = statement.document();
    }

    static Paper of(Page page, Statement statement) {
        return new StatementPaper(page, statement).print();
    }

    private Paper print() {
        var parts = new ArrayList<Paper.Part>();
        parts.add(new Paper.Heading(SECTION, page.t("carbon.result")));
        parts.add(results());
        remarks().map(Paper.Paragraph::new).forEach(parts::add);
        parts.add(new Paper.Heading(SECTION, page.t("carbon.how")));
        parts.add(choices());
        parts.add(inputs());
        parts.add(terms());
        parts.add(FactorGrid.of(page, document.factors()));
        parts.add(new Paper.Paragraph(seed()));
        return new Paper(title(), page.languageTag(), cover(), parts);
    }

    private String title() {
        return page.name(document.placeName()) + " " + document.period() + " · "
                + page.t("carbon.scope." + document.scope().name());
    }

    private List<String> cover() {
        return Stream.of(
                        Stream.of(page.t("carbon.state." + statement.state().name()) + " · "
                                + page.t("origin." + statement.origin().name())),
                        statement.reason().isEmpty() ? Stream.<String>empty() : Stream.of(statement.reason()),
                        Stream.of(page.t("carbon.made-at") + " " + page.time(statement.madeAt())),
                        Stream.ofNullable(statement.publishedAt())
                                .map(at -> page.t("carbon.published-at") + " " + page.time(at)),
                        Stream.of(page.t("carbon.hash") + " " + statement.hash()))
                .flatMap(lines -> lines)
                .toList();
    }

    private Paper.Grid results() {
        var net = document.net();
        return new Paper.Grid(
                page.t("carbon.statement"),
                List.of(page.t("carbon.part"), page.t("carbon.result"), page.t("carbon.uncertainty")),
                List.of(false, true, false),
                List.of(
                        List.of(
                                page.t(net.kg().signum() < 0 ? "carbon.net.negative" : "carbon.net") + " · "
                                        + page.t("carbon.net.local"),
                                Shown.gas(page, net.kg()),
                                Shown.interval(page, net) + " · "
                                        + page.t("carbon.propagated", Shown.gas(page, net.halfWidthKg()))),
                        List.of(
                                page.t("carbon.net.buried"),
                                Shown.gas(page, document.landfillOnly().kg()),
                                Shown.interval(page, document.landfillOnly())),
                        List.of(page.t("carbon.treated"), Shown.plain(page, document.treatedKg()) + " kg", "")),
                "");
    }

    private Stream<String> remarks() {
        if (document.net().kg().signum() < 0) {
            return Stream.of(page.t("carbon.is-negative"));
        }
        return document.net().lowKg().signum() < 0 ? Stream.of(page.t("carbon.crosses-zero")) : Stream.empty();
    }

    private Paper.Grid choices() {
        var mix = document.baseline();
        var rows = new ArrayList<List<String>>();
        rows.add(List.of(
                page.t("carbon.baseline"),
                Stream.of(
                                page.t("carbon.baseline.landfill") + " " + Shown.percent(page, mix.landfill()),
                                page.t("carbon.baseline.incineration") + " " + Shown.percent(page, mix.incineration()),
                                page.t("carbon.baseline.dump") + " " + Shown.percent(page, mix.dump()),
                                mix.evidence())
                        .collect(Collectors.joining(" · "))));
        rows.add(choice("carbon.horizon", document.horizon()));
        rows.add(choice("carbon.process", document.process()));
        rows.add(choice("carbon.gwp", document.gwp()));
        rows.add(choice("carbon.climate", document.climate()));
        if (!document.note().isEmpty()) {
            rows.add(List.of(page.t("carbon.note"), document.note()));
        }
        return new Paper.Grid(
                page.t("carbon.choices"),
                List.of(page.t("carbon.choice"), page.t("carbon.chosen")),
                List.of(false, false),
                rows,
                "");
    }

    private List<String> choice(String key, Enum<?> chosen) {
        return List.of(page.t(key), page.t(key + "." + chosen.name()));
    }

    private Paper.Grid inputs() {
        return new Paper.Grid(
                page.t("carbon.inputs"),
                List.of(
                        page.t("carbon.part"),
                        page.t("carbon.amount"),
                        page.t("carbon.quality"),
                        page.t("carbon.source")),
                List.of(false, true, false, false),
                document.inputs().stream().map(this::input).toList(),
                "");
    }

    private List<String> input(StatementDocument.Input input) {
        var earlier = new TreeMap<>(input.earlier())
                .entrySet().stream()
                        .map(year -> page.t(
                                "carbon.earlier", String.valueOf(year.getKey()), Shown.plain(page, year.getValue())));
        return List.of(
                Stream.concat(Stream.of(page.t("carbon.line." + input.line().name())), earlier)
                        .collect(Collectors.joining(" · ")),
                Shown.plain(page, input.base()) + " " + Shown.unitOf(input.line()),
                page.t("carbon.quality." + input.quality().name()),
                input.indicator() == null
                        ? input.source()
                        : page.t("carbon.from-records") + " (" + input.indicator() + ")");
    }

    private Paper.Grid terms() {
        var rows = document.terms().stream().map(this::term).collect(Collectors.toCollection(ArrayList::new));
        rows.add(List.of(page.t("carbon.sum"), "", page.number(document.net().kg(), 3), ""));
        return new Paper.Grid(
                page.t("carbon.terms"),
                List.of(
                        page.t("carbon.part"),
                        page.t("carbon.share"),
                        page.t("carbon.result") + " " + page.t("carbon.unit.kilograms"),
                        page.t("carbon.formula")),
                List.of(false, true, true, false),
                rows,
                "");
    }

    private List<String> term(StatementDocument.OpenedTerm term) {
        var line = document.inputs().get(term.input()).line();
        var year = term.year() == null ? "" : " · " + term.year();
        return List.of(
                page.t("carbon.line." + line.name()) + year + " · " + page.t("carbon.part." + term.part()),
                Shown.percent(page, term.share()),
                page.number(term.kg(), 3),
                term.formula());
    }

    private String seed() {
        var simulation = document.simulation();
        return page.t("carbon.seed", simulation.generator(), simulation.seed(), page.number(simulation.draws()));
    }
}
