package org.zhuxi.rights;

import java.time.LocalDate;
import java.util.Map;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.zhuxi.account.Accounts;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Origin;
import org.zhuxi.place.PlaceKind;
import org.zhuxi.report.Commendation;
import org.zhuxi.report.Expectation.What;
import org.zhuxi.report.Expectations;
import org.zhuxi.report.Fund;
import org.zhuxi.report.Funds;
import org.zhuxi.report.Honours;
import org.zhuxi.report.NewBase;
import org.zhuxi.report.NewFund;
import org.zhuxi.report.NewPracticeCase;
import org.zhuxi.report.Plans;
import org.zhuxi.report.PracticeCases;
import org.zhuxi.report.ReportState;
import org.zhuxi.report.Reports;
import org.zhuxi.testing.ReportWorld;
import org.zhuxi.testing.World;

/** Reports of the community that rights are tried in: one that is begun, one that is published. */
record ReportScenery(
        Accounts accounts,
        Reports reports,
        Expectations expectations,
        Plans plans,
        Funds funds,
        Honours honours,
        PracticeCases cases,
        AutowireCapableBeanFactory beans) {

    Map<String, String> in(World.Made made) {
        var head = accounts.actorOf(made.username("head"));
        var open = reports.begin(head, Ids.next(), made.communityCode(), 2024, Origin.SYNTHETIC);
        var published =
                beans.createBean(ReportWorld.class).report(made.communityCode(), 2023, 5, 3, ReportState.PUBLISHED);
        expectations.call(
                ReportWorld.officer(),
                What.ANNUAL,
                2024,
                made.streetCode(),
                PlaceKind.COMMUNITY,
                null,
                Origin.SYNTHETIC);
        var owed = expectations
                .list(head, made.path(), What.ANNUAL, 2024, null, 1, null)
                .items()
                .getFirst();
        var code = made.communityCode();
        var plan = plans.file(head, Ids.next(), code, 2022, "试", "试", "", null, Origin.SYNTHETIC);
        var fund = funds.add(
                head,
                Ids.next(),
                new NewFund(code, 2022, Fund.Kind.FISCAL, Fund.Area.CULTURE, "1", "", "", "试"),
                Origin.SYNTHETIC);
        var names = new Names("试", "Trial");
        var base = honours.addBase(
                head, Ids.next(), new NewBase(code, names, names, LocalDate.of(2022, 1, 1), "试"), Origin.SYNTHETIC);
        var commendation =
                honours.nominate(head, Ids.next(), code, 2022, Commendation.Kind.UNIT, "试", "试", Origin.SYNTHETIC);
        var practice =
                cases.add(head, Ids.next(), new NewPracticeCase(code, names, names, 2022, "试"), Origin.SYNTHETIC);
        return Map.of(
                "case",
                practice.id().toString(),
                "plan",
                plan.id().toString(),
                "fund",
                fund.id().toString(),
                "base",
                base.id().toString(),
                "commendation",
                commendation.id().toString(),
                "owed",
                owed.id().toString(),
                "report",
                open.id().toString(),
                "publicReport",
                published.id().toString());
    }
}
