package org.zhuxi.demo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.zhuxi.indicator.Comparisons;
import org.zhuxi.indicator.MeasureEntries;
import org.zhuxi.indicator.NewFigure;
import org.zhuxi.indicator.NewMeasureEntry;
import org.zhuxi.indicator.NewTarget;
import org.zhuxi.indicator.PublishedFigures;
import org.zhuxi.indicator.RegisterItem;
import org.zhuxi.indicator.Registers;
import org.zhuxi.indicator.ReportPeriod;
import org.zhuxi.indicator.Rollups;
import org.zhuxi.indicator.Target;
import org.zhuxi.indicator.Targets;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Origin;
import org.zhuxi.place.Community;
import org.zhuxi.place.Places;
import org.zhuxi.place.Register;

/** Registers, rates and targets of the campaign, what Zhuyuan saved, before and after in Zhuji; and figures of all that. */
@Component
class IndicatorsChapter {

    private static final String BOOK = "《新时代绿色社区创建：上海案例精选》(2023-04)";
    private static final String ACCEPTANCE = "上海市 2021 年绿色社区创建验收通报";
    private static final String JIAYUGUAN = "嘉峪关市绿色社区创建情况通报";
    private static final String SPLIT = BOOK + "：全市合计；分区为演示数据";
    private static final List<String> RATES = List.of(
            "assessment.participation.rate",
            "assessment.attainment.rate",
            "assessment.named.rate",
            "assessment.named.of-attained");
    private static final List<String> SAVED = List.of("saving.electricity", "saving.water", "saving.food");

    private final DemoStaff staff;
    private final ZhuyuanSavings zhuyuan;
    private final Register register;
    private final Places places;
    private final Registers registers;
    private final MeasureEntries entries;
    private final Targets targets;
    private final Comparisons comparisons;
    private final PublishedFigures figures;
    private final Rollups rollups;

    IndicatorsChapter(
            DemoStaff staff,
            ZhuyuanSavings zhuyuan,
            Register register,
            Places places,
            Registers registers,
            MeasureEntries entries,
            Targets targets,
            Comparisons comparisons,
            PublishedFigures figures,
            Rollups rollups) {
        this.staff = staff;
        this.zhuyuan = zhuyuan;
        this.register = register;
        this.places = places;
        this.registers = registers;
        this.entries = entries;
        this.targets = targets;
        this.comparisons = comparisons;
        this.figures = figures;
        this.rollups = rollups;
    }

    void tell(LocalDate lastDay) {
        register.addDivisions(Founder.ACTOR, DemoRegisters.divisions());
        zhuyuan.tell();
        shanghai();
        jiayuguan();
        thisYear(lastDay);
        target("000000000000", "建城〔2020〕68号：到 2022 年，60 % 以上的城市社区参与创建行动并达到创建要求");
        target(DemoRegisters.SHANGHAI, "建城〔2020〕68号");
        target(DemoRegisters.JIAYUGUAN, "建城〔2020〕68号");
        for (var i = 0; i < ZhujiTable.LINES.size(); i++) {
            comparisons.add(Founder.ACTOR, inOrder(i), ZhujiTable.LINES.get(i), Origin.SEED);
        }
        publish();
    }

    /** Ids in the order of the chapter, the same whenever it is told. */
    private static UUID id(String what) {
        return Ids.derived(Founder.ACTOR.account(), "indicators/" + what);
    }

    /** Ids that stand in the order of their numbers, for a table that is read in order of ids. */
    private static UUID inOrder(int number) {
        return Ids.derived(new UUID((long) number << 16, number), "zhuji");
    }

    private void shanghai() {
        var items = DemoRegisters.shanghai().stream()
                .map(one -> new RegisterItem(0, one.code(), one.name(), true, one.communities(), null, null))
                .toList();
        freeze("2022", DemoRegisters.SHANGHAI, LocalDate.of(2022, 12, 31), SPLIT, items, Origin.SYNTHETIC);
        DemoRegisters.shanghai()
                .forEach(one ->
                        enter(one.code(), "assessment.attained", "2022", one.attained(), SPLIT, Origin.SYNTHETIC));
        var whole = new RegisterItem(
                0, DemoRegisters.SHANGHAI, new Names("上海市", "Shanghai"), true, DemoRegisters.SHANGHAI_2021, null, null);
        freeze("2021", DemoRegisters.SHANGHAI, LocalDate.of(2021, 12, 31), ACCEPTANCE, List.of(whole), Origin.PUBLIC);
        enter(
                DemoRegisters.SHANGHAI,
                "assessment.attained",
                "2021",
                DemoRegisters.ATTAINED_2021,
                ACCEPTANCE,
                Origin.PUBLIC);
    }

    private void jiayuguan() {
        var whole = new RegisterItem(
                0,
                DemoRegisters.JIAYUGUAN,
                new Names("嘉峪关市", "Jiayuguan"),
                true,
                DemoRegisters.JIAYUGUAN_COMMUNITIES,
                null,
                null);
        freeze("2022", DemoRegisters.JIAYUGUAN, LocalDate.of(2022, 12, 31), JIAYUGUAN, List.of(whole), Origin.PUBLIC);
        DemoRegisters.jiayuguan()
                .forEach((measure, count) ->
                        enter(DemoRegisters.JIAYUGUAN, measure, "2022", count, JIAYUGUAN, Origin.PUBLIC));
    }

    /** The communities of the demo world, for rates by household and resident. */
    private void thisYear(LocalDate lastDay) {
        for (var blueprint : DemoCommunities.all()) {
            var community = places.findByCode(blueprint.code())
                    .map(place -> places.getCommunity(java.util.Objects.requireNonNull(place.community())))
                    .orElseThrow();
            freeze(
                    String.valueOf(lastDay.getYear()),
                    community.code(),
                    lastDay,
                    community.source(),
                    List.of(item(community, blueprint)
                            .with(registers.sites(List.of(community.id())).getOrDefault(community.id(), Map.of()))),
                    Origin.SEED);
        }
    }

    private static RegisterItem item(Community community, DemoCommunities.Blueprint blueprint) {
        var residents = community.residents();
        return new RegisterItem(
                community.id().value(),
                community.code(),
                community.name(),
                community.urban(),
                1,
                residents == null ? null : residents.longValue(),
                (long) blueprint.households());
    }

    private void freeze(
            String year, String scope, LocalDate asOf, String source, List<RegisterItem> items, Origin origin) {
        registers.freeze(Founder.ACTOR, id("register/" + scope + year), year, scope, asOf, source, items, origin);
    }

    private void enter(String place, String measure, String year, long count, String source, Origin origin) {
        var id = id("entry/" + measure + place + year);
        var value = new NewMeasureEntry(place, measure, year, String.valueOf(count), null, source);
        if (entries.enter(Founder.ACTOR, id, value, origin).decidedBy() == null) {
            entries.verify(staff.person("nation-officer"), id);
        }
    }

    private void target(String place, String source) {
        targets.set(
                Founder.ACTOR,
                id("target/" + place),
                new NewTarget(
                        "assessment.attainment.rate",
                        place,
                        Target.Kind.TARGET,
                        ReportPeriod.parse("2022").orElseThrow(),
                        new BigDecimal("60"),
                        source),
                Origin.PUBLIC);
    }

    private void publish() {
        rollups.refreshAll();
        publish("assessment.attainment.rate", DemoRegisters.SHANGHAI, "2021", Origin.PUBLIC);
        publish("assessment.attainment.rate", DemoRegisters.SHANGHAI, "2022", Origin.SYNTHETIC);
        RATES.forEach(rate -> publish(rate, DemoRegisters.JIAYUGUAN, "2022", Origin.PUBLIC));
        SAVED.forEach(
                saved -> publish(saved, ZhuyuanSavings.ZHUYUAN, String.valueOf(ZhuyuanSavings.YEAR), Origin.SYNTHETIC));
    }

    private void publish(String indicator, String place, String year, Origin origin) {
        figures.publish(
                Founder.ACTOR, id("figure/" + indicator + place + year), new NewFigure(indicator, place, year), origin);
    }
}
