package org.zhuxi.demo;

import java.time.LocalDate;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Origin;
import org.zhuxi.report.Commendation;
import org.zhuxi.report.Fund;
import org.zhuxi.report.Funds;
import org.zhuxi.report.Honours;
import org.zhuxi.report.NewBase;
import org.zhuxi.report.NewFund;
import org.zhuxi.report.Plans;

/** A plan, funds, a base and commendations of Gaohang: the works are in the book, amounts and days are made up. */
@Component
class DemoHonours {

    private static final String MADE_UP = "演示数据";

    private final Plans plans;
    private final Funds funds;
    private final Honours honours;

    DemoHonours(Plans plans, Funds funds, Honours honours) {
        this.plans = plans;
        this.funds = funds;
        this.honours = honours;
    }

    private static UUID id(String what) {
        return Ids.derived(Founder.ACTOR.account(), "honours/" + what);
    }

    void tell(String place, int year) {
        plans.file(
                Founder.ACTOR,
                id("plan" + year),
                place,
                year,
                "高行镇绿色社区创建实施方案",
                MADE_UP,
                "三个居民区先行，上半年摸底，下半年改造和自评。",
                LocalDate.of(year, 1, 15),
                Origin.SYNTHETIC);
        fund(place, year, Fund.Kind.FISCAL, Fund.Area.FACILITIES, "1200000", "900000", "650000.50");
        fund(place, year, Fund.Kind.OLD_ESTATE, Fund.Area.ENVIRONMENT, "2400000", "2400000", "1800000");
        fund(place, year, Fund.Kind.RESIDENT, Fund.Area.FACILITIES, "380000", "380000", "380000");
        var base = honours.addBase(
                Founder.ACTOR,
                id("base"),
                new NewBase(
                        place,
                        new Names("绿地崑廉“打开围墙”示范点", "Opened wall at Kunlian"),
                        new Names("共享绿地、桥下空间利用", "Shared green, space under the bridge"),
                        LocalDate.of(2022, 5, 1),
                        MADE_UP),
                Origin.SYNTHETIC);
        honours.countVisitors(Founder.ACTOR, base.id(), year, 1_260);
        var practice = nominate(place, year, Commendation.Kind.PRACTICE, "议事三级网络", "居委会、小区、楼组三级议事，居民提出的改造点都有回音");
        if (practice.state() == Commendation.State.NOMINATED) {
            honours.decide(Founder.ACTOR, practice.id(), Commendation.State.PUBLICISED, "");
        }
        nominate(place, year, Commendation.Kind.UNIT, "高行镇党员巡视队", "长期巡访公园和小区，发现问题及时上报");
    }

    private Commendation nominate(String place, int year, Commendation.Kind kind, String name, String basis) {
        return honours.nominate(Founder.ACTOR, id(name + year), place, year, kind, name, basis, Origin.SYNTHETIC);
    }

    private void fund(
            String place,
            int year,
            Fund.Kind kind,
            Fund.Area area,
            String planned,
            String allocated,
            String disbursed) {
        funds.add(
                Founder.ACTOR,
                id("fund" + kind + year),
                new NewFund(place, year, kind, area, planned, allocated, disbursed, MADE_UP),
                Origin.SYNTHETIC);
    }
}
