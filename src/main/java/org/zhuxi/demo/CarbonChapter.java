package org.zhuxi.demo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhuxi.carbon.BaselineMix;
import org.zhuxi.carbon.BaselineMixes;
import org.zhuxi.carbon.Climate;
import org.zhuxi.carbon.GwpSet;
import org.zhuxi.carbon.Horizon;
import org.zhuxi.carbon.Line;
import org.zhuxi.carbon.NewInput;
import org.zhuxi.carbon.NewStatement;
import org.zhuxi.carbon.ProcessMethod;
import org.zhuxi.carbon.Quality;
import org.zhuxi.carbon.Statements;
import org.zhuxi.indicator.Rollups;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Origin;

/**
 * What Zhuyuan's households saved, by its records; a year of composting in Gaohang, first claimed with everything buried and then
 * corrected; and a draft that waits in Zhuxi. How the cities treat their waste is made up.
 */
@Component
class CarbonChapter {

    private static final String GAOHANG = "310115121008";
    private static final String MADE_UP = "演示用比例，不是公布的统计";

    private final DemoStaff staff;
    private final Statements statements;
    private final BaselineMixes mixes;
    private final Rollups rollups;

    CarbonChapter(DemoStaff staff, Statements statements, BaselineMixes mixes, Rollups rollups) {
        this.staff = staff;
        this.statements = statements;
        this.mixes = mixes;
        this.rollups = rollups;
    }

    void tell(LocalDate lastDay) {
        var year = lastDay.getYear() - 1;
        var shanghai = mix("0.05", "0.95");
        var yangzhou = mix("0.20", "0.80");
        enter("440300000000", ZhuyuanSavings.YEAR, mix("0", "1"));
        enter("310000000000", year, shanghai);
        enter("321000000000", year, yangzhou);
        publish("zhuyuan", zhuyuan());
        var first = publish("gaohang/1", gaohang(year, mix("1", "0"), null, ""));
        publish("gaohang/2", gaohang(year, shanghai, first, "更正：上一份假定全部填埋，而本市垃圾绝大部分焚烧。"));
        statements.draft(
                staff.person("community-clerk"),
                id("zhuxi"),
                NewStatement.usual(
                        DemoCommunities.ZHUXI,
                        String.valueOf(year),
                        Line.Scope.ORGANICS,
                        Climate.TEMPERATE_WET,
                        yangzhou,
                        List.of(
                                NewInput.of(Line.FOOD_COMPOSTED, "1.86", "t", Quality.WEIGHED, "堆肥点称重单（演示）"),
                                NewInput.of(Line.GARDEN_COMPOSTED, "0.72", "t", Quality.ESTIMATED, "按车估算（演示）"),
                                NewInput.of(Line.ELECTRICITY_USED, "46", "kWh", Quality.METERED, "电表（演示）")),
                        "等主任核实。"),
                Origin.SYNTHETIC);
        rollups.refreshAll();
    }

    /** Ids in the order of the chapter, the same whenever it is told. */
    private static UUID id(String what) {
        return Ids.derived(Founder.ACTOR.account(), "carbon/" + what);
    }

    private static BaselineMix mix(String landfill, String incineration) {
        return new BaselineMix(new BigDecimal(landfill), new BigDecimal(incineration), BigDecimal.ZERO, MADE_UP);
    }

    private void enter(String place, int year, BaselineMix mix) {
        mixes.enter(Founder.ACTOR, id("mix/" + place), place, year, mix, Origin.SYNTHETIC);
    }

    private static NewStatement zhuyuan() {
        return NewStatement.usual(
                ZhuyuanSavings.ZHUYUAN,
                String.valueOf(ZhuyuanSavings.YEAR),
                Line.Scope.SAVING,
                Climate.TROPICAL_WET,
                mix("0", "1"),
                List.of(
                        NewInput.fromRecords(Line.FOOD_PREVENTED),
                        NewInput.fromRecords(Line.ELECTRICITY_SAVED),
                        NewInput.fromRecords(Line.WATER_SAVED)),
                "50 户 8 个月。文献只有合计：754 度电、62 吨水、134 千克食物。");
    }

    private static NewStatement gaohang(int year, BaselineMix mix, @Nullable UUID supersedes, String note) {
        return new NewStatement(
                GAOHANG,
                String.valueOf(year),
                Line.Scope.ORGANICS,
                ProcessMethod.IPCC_TIER1,
                Horizon.TWENTY_YEARS,
                GwpSet.AR5_100,
                Climate.TEMPERATE_WET,
                mix,
                "grid.cn.east",
                List.of(
                        NewInput.of(Line.FOOD_COMPOSTED, "12.4", "t", Quality.WEIGHED, "堆肥点全年称重单（演示）"),
                        NewInput.of(Line.RESIDUE, "310", "kg", Quality.WEIGHED, "残渣称重单（演示）"),
                        NewInput.of(Line.ELECTRICITY_USED, "540", "kWh", Quality.METERED, "堆肥机电表（演示）"),
                        NewInput.of(Line.WATER_USED, "9", "m3", Quality.METERED, "水表（演示）"),
                        NewInput.of(Line.VAN, "96", "t.km", Quality.ESTIMATED, "短驳 8 公里（演示）")),
                Map.of(),
                supersedes,
                note);
    }

    private UUID publish(String what, NewStatement wanted) {
        var id = id(what);
        if (statements.draft(Founder.ACTOR, id, wanted, Origin.SYNTHETIC).verifiedAt() == null) {
            statements.verify(staff.person("certifier"), id);
        }
        if (statements.get(Founder.ACTOR, id).publishedAt() == null) {
            statements.publish(staff.person("nation-officer"), id);
        }
        return id;
    }
}
