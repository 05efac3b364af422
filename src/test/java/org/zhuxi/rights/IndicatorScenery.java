package org.zhuxi.rights;

import java.math.BigDecimal;
import java.util.Map;
import org.zhuxi.account.Accounts;
import org.zhuxi.indicator.Comparisons;
import org.zhuxi.indicator.MeasureEntries;
import org.zhuxi.indicator.NewComparison;
import org.zhuxi.indicator.NewFigure;
import org.zhuxi.indicator.NewMeasureEntry;
import org.zhuxi.indicator.NewTarget;
import org.zhuxi.indicator.PublishedFigures;
import org.zhuxi.indicator.Registers;
import org.zhuxi.indicator.ReportPeriod;
import org.zhuxi.indicator.Target;
import org.zhuxi.indicator.Targets;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Origin;
import org.zhuxi.testing.World;

/** Numbers of the community that rights are tried in: one of each. */
record IndicatorScenery(
        Accounts accounts,
        MeasureEntries entries,
        PublishedFigures figures,
        Targets targets,
        Registers registers,
        Comparisons comparisons) {

    Map<String, String> in(World.Made made) {
        var clerk = accounts.actorOf(made.username("clerk"));
        var head = accounts.actorOf(made.username("head"));
        var waiting = entries.enter(clerk, Ids.next(), satisfaction(made, "2024"), Origin.SYNTHETIC);
        var verified = entries.enter(clerk, Ids.next(), satisfaction(made, "2023"), Origin.SYNTHETIC);
        entries.verify(head, verified.id());
        var figure = figures.publish(
                head, Ids.next(), new NewFigure("survey.satisfaction", made.communityCode(), "2023"), Origin.SYNTHETIC);
        var target = targets.set(
                head,
                Ids.next(),
                new NewTarget(
                        "waste.sorting.rate",
                        made.communityCode(),
                        Target.Kind.BASELINE,
                        ReportPeriod.parse("2020").orElseThrow(),
                        BigDecimal.TEN,
                        "trial"),
                Origin.SYNTHETIC);
        var register = registers.freezeToday(head, Ids.next(), "2019", made.communityCode(), "trial");
        var line = comparisons.add(
                head,
                Ids.next(),
                new NewComparison(
                        made.communityCode(),
                        "waste",
                        new Names("试", "Trial"),
                        new Names("%", "%"),
                        "40",
                        "41.2",
                        null,
                        null,
                        new Names("", ""),
                        "trial"),
                Origin.SYNTHETIC);
        return Map.of(
                "line", line.id().toString(),
                "entry", waiting.id().toString(),
                "figure", figure.id().toString(),
                "target", target.id().toString(),
                "register", register.id().toString());
    }

    private static NewMeasureEntry satisfaction(World.Made made, String year) {
        return new NewMeasureEntry(made.communityCode(), "survey.satisfaction", year, "91.5", null, "trial");
    }
}
