package org.zhuxi.demo;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.zhuxi.indicator.Delta;
import org.zhuxi.indicator.NewComparison;
import org.zhuxi.kernel.Names;

/** Before and after in Zhuji, as its booklet prints it; six of its charts lost their numbers, and they stay missing. */
final class ZhujiTable {

    static final String ZHUJI = "330681000000";

    private static final Map<String, String> UNITS =
            Map.of("个", "units", "台", "lifts", "辆", "bicycles", "家", "platforms", "人", "people");

    static final List<NewComparison> LINES = List.of(
            line(
                    "environment",
                    "雨污分流、污水收集率",
                    "Sewage collected apart from rain",
                    "%",
                    "25",
                    "100",
                    null,
                    null,
                    "",
                    "",
                    "L45"),
            line(
                    "environment",
                    "改造社区管网",
                    "Pipes renewed",
                    "km",
                    null,
                    null,
                    "115",
                    Delta.Kind.ABSOLUTE,
                    "英文本写作污水管网",
                    "The English text says sewer network",
                    "L45"),
            line("environment", "天然气使用率（气化率）", "Homes on natural gas", "%", "40", "100", null, null, "", "", "L45"),
            line("environment", "绿化覆盖率", "Green cover", "%", "40", "41.2", null, null, "", "", "L45"),
            line(
                    "environment",
                    "人均绿地面积",
                    "Green space per person",
                    "m²",
                    "11.12",
                    "13.14",
                    null,
                    null,
                    "中文为绿地，英文为公共绿地；与绿化覆盖率、新增绿化的人口口径不同",
                    "Green space in Chinese, public green in English; other population bases than the lines beside it",
                    "L45"),
            line(
                    "environment",
                    "新增绿化面积",
                    "Green space added",
                    "ha",
                    null,
                    null,
                    "82.52",
                    Delta.Kind.ABSOLUTE,
                    "图表原有前后数字，文本里丢失",
                    "The chart had both sides; they are lost in the text",
                    "L45"),
            line(
                    "environment",
                    "智能充电桩",
                    "Charging posts",
                    "个",
                    null,
                    "688",
                    null,
                    null,
                    "图表数字丢失",
                    "The numbers of the chart are lost",
                    "L45"),
            line(
                    "environment",
                    "充电位",
                    "Charging bays",
                    "个",
                    null,
                    "4800",
                    null,
                    null,
                    "英文本写作 charging stations",
                    "The English text says charging stations",
                    "L45"),
            line("people", "邻里中心", "Neighbourhood centres", "个", null, "8", null, null, "", "", "L235"),
            line("environment", "加装电梯", "Lifts added", "台", null, "78", null, null, "", "", "L373"),
            line(
                    "waste",
                    "生活垃圾量",
                    "Household waste",
                    "%",
                    null,
                    null,
                    "-14",
                    Delta.Kind.PERCENT,
                    "基期未注明",
                    "The base period is not given",
                    "L235"),
            line("waste", "园林垃圾资源化处理率", "Garden waste recovered", "%", null, "100", null, null, "", "", "L235"),
            line(
                    "waste",
                    "翻新旧单车",
                    "Old bicycles restored",
                    "辆",
                    null,
                    "900余",
                    null,
                    null,
                    "英文本写作 900",
                    "The English text says 900",
                    "L235"),
            line(
                    "environment",
                    "机动车出行",
                    "Trips by car",
                    "%",
                    null,
                    null,
                    "-60",
                    Delta.Kind.PERCENT,
                    "基期和调查方法未注明",
                    "Neither base nor survey is given",
                    "L235"),
            line(
                    "people",
                    "自治协调平台",
                    "Self-governance platforms",
                    "家",
                    null,
                    "84",
                    null,
                    null,
                    "图表数字丢失",
                    "The numbers of the chart are lost",
                    "L373"),
            line("people", "社区事务自治协调率", "Matters settled by residents", "%", null, "92", null, null, "", "", "L373"),
            line(
                    "people",
                    "居家养老服务老人（7 年累计）",
                    "Elders cared for at home, seven years",
                    "人",
                    null,
                    "1600余",
                    null,
                    null,
                    "英文本写作 1600 vulnerable individuals",
                    "The English text says 1600 vulnerable individuals",
                    "L373"),
            line("people", "假期托管儿童", "Children cared for in holidays", "人", null, "2000余", null, null, "", "", "L373"));

    private ZhujiTable() {}

    private static NewComparison line(
            String topic,
            String zh,
            String en,
            String unit,
            @Nullable String before,
            @Nullable String after,
            @Nullable String change,
            Delta.@Nullable Kind kind,
            String noteZh,
            String noteEn,
            String where) {
        return new NewComparison(
                ZHUJI,
                topic,
                new Names(zh, en),
                new Names(unit, Objects.requireNonNullElse(UNITS.get(unit), unit)),
                before,
                after,
                change,
                kind,
                new Names(noteZh, noteEn),
                "《诸暨·宜居之城》 " + where);
    }
}
