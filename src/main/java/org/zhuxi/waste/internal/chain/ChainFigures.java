package org.zhuxi.waste.internal.chain;

import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Component;
import org.zhuxi.activity.ActivityFigures;
import org.zhuxi.activity.FigureDeclaration;
import org.zhuxi.kernel.Names;
import org.zhuxi.place.Places;
import org.zhuxi.platform.manifest.FigureSource;
import org.zhuxi.waste.WasteClass;

/** The published numbers of the waste chain: sums of records, and what is reckoned from them. */
@Component
class ChainFigures {

    private static final Names KILOGRAM = new Names("kg", "kg");
    private static final Names PERCENT = new Names("%", "%");

    private final FigureSource collected;
    private final FigureSource sorted;
    private final FigureSource treated;
    private final FigureSource recovered;
    private final Places places;
    private final BalanceStore store;

    ChainFigures(ActivityFigures figures, Places places, BalanceStore store) {
        this.places = places;
        this.store = store;
        collected = figures.sum(new FigureDeclaration(
                "waste.collected.mass",
                new Names("清运量", "Waste collected"),
                new Names(
                        "四类垃圾清运记录的净重之和；没有过磅的按桶估重。",
                        "The net weights of all collections of the four classes; estimated by bins where nothing was weighed."),
                KILOGRAM,
                collections(WasteClass.values()),
                "mass",
                0));
        sorted = figures.sum(new FigureDeclaration(
                "waste.collected.sorted",
                new Names("分类清运量", "Collected sorted"),
                new Names(
                        "厨余垃圾、可回收物、有害垃圾清运记录的净重之和，不含其他垃圾。",
                        "The net weights of collections of kitchen waste, recyclables and hazardous waste, without residual waste."),
                KILOGRAM,
                collections(WasteClass.KITCHEN, WasteClass.RECYCLABLE, WasteClass.HAZARDOUS),
                "mass",
                0));
        treated = figures.sum(new FigureDeclaration(
                "waste.treated.mass",
                new Names("处理量", "Waste treated"),
                new Names("处理设施回执上的进料量之和。", "What facilities' receipts say went in."),
                KILOGRAM,
                treatments(),
                "mass",
                0));
        recovered = figures.sum(new FigureDeclaration(
                "waste.recovered.mass",
                new Names("回收利用量", "Waste recovered"),
                new Names(
                        "进入堆肥、沼气、再生资源设施的厨余垃圾和可回收物，减去残渣；进焚烧厂和填埋场的不算。",
                        "Kitchen waste and recyclables that went to composting, biogas or recycling, less the residue; what was burnt or buried does not count."),
                KILOGRAM,
                treatments(),
                "recovered",
                0));
    }

    List<FigureSource> all() {
        return List.of(collected, sorted, treated, recovered, diversion(), recycling(), change(), perPerson());
    }

    private FigureSource diversion() {
        return new DerivedFigure(
                "waste.diversion.rate",
                new Names("分流率", "Diversion rate"),
                new Names(
                        "分类清运量 ÷ 清运量。各社区先相加再相除，不取平均；一天里列出的是每条记录占的百分点。",
                        "Collected sorted ÷ waste collected; communities are summed first and divided then. On a day each record shows the percentage points it contributes."),
                PERCENT,
                1,
                sorted,
                new Ratio(sorted, collected));
    }

    private FigureSource recycling() {
        return new DerivedFigure(
                "waste.recycling.rate",
                new Names("回收利用率", "Recycling rate"),
                new Names(
                        "回收利用量 ÷ 清运量。按住房城乡建设部门的统计口径：未进入焚烧、填埋设施的可回收物和厨余垃圾，占生活垃圾产生量之比；产生量不易取得，以清运量代替。先相加再相除。",
                        "Waste recovered ÷ waste collected, as the housing authorities count: recyclables and kitchen waste that were neither burnt nor buried, by waste generated, for which waste collected stands. Summed first, divided then."),
                PERCENT,
                1,
                recovered,
                new Ratio(recovered, collected));
    }

    private FigureSource change() {
        return new DerivedFigure(
                "waste.collected.change",
                new Names("清运量同比", "Change of waste collected"),
                new Names(
                        "（这段时间的清运量 − 一年前同样日子的清运量）÷ 一年前的清运量，只算已核实的；负数是减量。一年前没有记录，就没有这个数，不是零。",
                        "(Waste collected − waste collected on the same days a year before) ÷ waste collected then, verified records only; a negative number is a decrease. Without records a year before there is no number, which is not zero."),
                PERCENT,
                1,
                collected,
                new YearOnYear(collected));
    }

    private FigureSource perPerson() {
        return new DerivedFigure(
                "waste.collected.per-person",
                new Names("人均日清运量", "Collected per person and day"),
                new Names(
                        "清运量 ÷（登记的常住人口 × 天数）。没有登记人口、或这段时间没有清运记录的社区，分子分母都不算。",
                        "Waste collected ÷ (residents of the register × days). Communities without a number of residents, or without any collection in the period, are in neither sum."),
                new Names("kg/（人·日）", "kg per person and day"),
                3,
                collected,
                new PerPerson(places, store, collections(WasteClass.values())));
    }

    static List<String> collections(WasteClass... classes) {
        return Arrays.stream(classes).map(it -> "waste.collection." + it.code()).toList();
    }

    private static List<String> treatments() {
        return Arrays.stream(WasteClass.values())
                .map(it -> "waste.treatment." + it.code())
                .toList();
    }
}
