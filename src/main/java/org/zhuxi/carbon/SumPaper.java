package org.zhuxi.carbon;

import java.util.ArrayList;
import java.util.List;
import org.zhuxi.carbon.StatementDocument.Outcome;
import org.zhuxi.carbon.internal.FactorGrid;
import org.zhuxi.carbon.internal.Shown;
import org.zhuxi.platform.paper.Paper;
import org.zhuxi.platform.web.Page;

/** A sum of statements as it goes on paper: the result with both intervals, every statement that is in it, every factor. */
public final class SumPaper {

    private static final int SECTION = 2;

    private final Page page;
    private final StatementSum sum;

    private SumPaper(Page page, StatementSum sum) {
        this.page = page;
        this.sum = sum;
    }

    public static List<Paper.Part> parts(Page page, StatementSum sum) {
        return new SumPaper(page, sum).parts();
    }

    private List<Paper.Part> parts() {
        var parts = new ArrayList<Paper.Part>();
        parts.add(new Paper.Heading(SECTION, page.t("carbon.result")));
        parts.add(results());
        if (sum.net().kg().signum() < 0) {
            parts.add(new Paper.Paragraph(page.t("carbon.is-negative")));
        } else if (sum.net().lowKg().signum() < 0) {
            parts.add(new Paper.Paragraph(page.t("carbon.crosses-zero")));
        }
        parts.add(new Paper.Heading(SECTION, page.t("carbon.how")));
        parts.add(new Paper.Paragraph(page.t("carbon.sum.how")));
        parts.add(new Paper.Paragraph(page.t("carbon.horizon") + " "
                + page.t("carbon.horizon." + sum.horizon().name()) + " · "
                + page.t("carbon.gwp." + sum.gwp().name())));
        parts.add(statements());
        parts.add(FactorGrid.of(page, sum.factors()));
        var simulation = sum.simulation();
        parts.add(new Paper.Paragraph(
                page.t("carbon.seed", simulation.generator(), simulation.seed(), page.number(simulation.draws()))));
        parts.add(new Paper.Paragraph(page.t("carbon.hash") + " " + StatementSums.hash(sum)));
        return parts;
    }

    private Paper.Grid results() {
        return new Paper.Grid(
                page.t("carbon.sum"),
                List.of(page.t("carbon.part"), page.t("carbon.result"), page.t("carbon.uncertainty")),
                List.of(false, true, false),
                List.of(
                        row(
                                page.t(sum.net().kg().signum() < 0 ? "carbon.net.negative" : "carbon.net") + " · "
                                        + page.t("carbon.net.local"),
                                sum.net()),
                        row(page.t("carbon.net.buried"), sum.landfillOnly()),
                        List.of(page.t("carbon.treated"), Shown.plain(page, sum.treatedKg()) + " kg", "")),
                "");
    }

    private List<String> row(String name, Outcome outcome) {
        return List.of(
                name,
                Shown.gas(page, outcome.kg()),
                Shown.interval(page, outcome) + " · "
                        + page.t("carbon.propagated", Shown.gas(page, outcome.halfWidthKg())));
    }

    private Paper.Grid statements() {
        return new Paper.Grid(
                page.t("carbon.sum.parts", page.number(sum.parts().size()), page.number(sum.places())),
                List.of(
                        page.t("carbon.place"),
                        page.t("carbon.period"),
                        page.t("carbon.net.local"),
                        page.t("carbon.uncertainty"),
                        page.t("carbon.hash")),
                List.of(false, false, true, false, false),
                sum.parts().stream()
                        .map(part -> List.of(
                                page.name(part.placeName()),
                                part.period(),
                                Shown.gas(page, part.net().kg()),
                                Shown.interval(page, part.net()),
                                part.hash()))
                        .toList(),
                "");
    }
}
