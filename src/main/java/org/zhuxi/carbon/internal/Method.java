package org.zhuxi.carbon.internal;

import java.util.List;
import org.zhuxi.kernel.Names;

/**
 * A published method as people read it.
 *
 * @param code stable
 * @param formula in the symbols of its source
 * @param source document, version, equation
 */
public record Method(String code, Names names, String formula, Names source, Names remark) {

    private static final List<Method> ALL = List.of(
            new Method(
                    "tool04",
                    new Names("避免填埋的甲烷（TOOL04）", "Landfill methane avoided (TOOL04)"),
                    "BE = φ·(1−f)·GWP·(1−OX)·16/12·F·DOCf·MCF·W·DOC·(1−e^(−k·N))",
                    new Names("CDM TOOL04 v08.1 式 1、式 2", "CDM TOOL04 v08.1, equations 1 and 2"),
                    new Names(
                            "“20 年”把一次投放今后 20 年的甲烷记在堆肥当天；“逐年”只算当年，且要填以前各年的量。两种数不能相加，也不能比较。",
                            "“20 years” books the methane of 20 years on the day of composting; “yearly” counts the year alone and needs the amounts of earlier years. The two can neither be added nor compared.")),
            new Method(
                    "ipcc-fod",
                    new Names("一阶衰减（IPCC）", "First-order decay (IPCC)"),
                    "DDOCma(T) = DDOCmd(T) + DDOCma(T−1)·e^(−k);  CH4(T) = DDOCma(T−1)·(1−e^(−k))·F·16/12",
                    new Names(
                            "IPCC 2006 第 5 卷第 3 章，2019 修订版式 3A1.12–3A1.16",
                            "IPCC 2006 V5 chapter 3; 2019 Refinement, equations 3A1.12 to 3A1.16"),
                    new Names(
                            "默认从投放的下一年开始产气，所以 TOOL04 的第 y 年等于这里的第 y+1 年。",
                            "Decay begins in the year after disposal by default, so year y of TOOL04 is year y+1 here.")),
            new Method(
                    "composting",
                    new Names("堆肥过程排放", "Emissions of composting"),
                    "PE = Q·(EF_CH4·GWP_CH4 + EF_N2O·GWP_N2O)",
                    new Names(
                            "IPCC 2006 第 5 卷表 4.1（一级方法）；CDM TOOL13 v02",
                            "IPCC 2006 V5 table 4.1 (Tier 1); CDM TOOL13 v02"),
                    new Names(
                            "一级方法 175.6 kg/t，TOOL13 109.0 kg/t（AR5）。默认用较大的一级方法。系数按湿重。",
                            "Tier 1 gives 175.6 kg/t, TOOL13 109.0 kg/t (AR5). Tier 1, the larger one, is the default. Factors are for wet mass.")),
            new Method(
                    "incineration",
                    new Names("焚烧", "Burning"),
                    "E = Q·(EF_CH4·GWP_CH4 + EF_N2O·GWP_N2O) + Q·Σ(WF·dm·CF·FCF·OF)·44/12",
                    new Names(
                            "IPCC 2006/2019 第 5 卷第 5 章式 5.2、5.4、5.5",
                            "IPCC 2006/2019 V5 chapter 5, equations 5.2, 5.4 and 5.5"),
                    new Names(
                            "厨余不含化石碳，只算 CH4 和 N2O：约 13 kg/t。所以在以焚烧为主的城市，堆肥几乎不减排，常常略增。没有计算焚烧发电替代的电。",
                            "Kitchen waste has no fossil carbon, so only CH4 and N2O count: about 13 kg/t. Where waste is burnt, composting saves next to nothing and often adds a little. Electricity from burning is not counted.")),
            new Method(
                    "energy",
                    new Names("电、气、水、运输", "Electricity, gas, water, transport"),
                    "E = AD·EF",
                    new Names("活动数据乘排放因子", "Activity data times emission factor"),
                    new Names(
                            "电网因子取不晚于统计年的最新公布年。",
                            "Grid factors are of the latest published year not after the year counted.")),
            new Method(
                    "uncertainty",
                    new Names("不确定性", "Uncertainty"),
                    "U = √(ΣU²);  10 000 draws, 2.5 % – 97.5 %",
                    new Names("IPCC 2006 第 1 卷第 3 章", "IPCC 2006 V1 chapter 3"),
                    new Names(
                            "区间来自 1 万次抽样，种子写在文件里，谁都能重算；误差传播作对照。同一因子只抽一次，所以相关性不会丢。垃圾去向的比例当作已知，另给“全部填埋”的对照值。",
                            "The interval comes from 10,000 draws whose seed stands in the document, so that anybody can repeat them; error propagation stands beside it. A factor is drawn once for all terms. The shares of the baseline are taken as known; the value with everything buried stands beside it.")),
            new Method(
                    "footprint",
                    new Names("家庭碳足迹", "Household footprint"),
                    "E = kWh·EF_grid + m³_gas·EF_gas + m³_water·(EF_supply + EF_treatment)",
                    new Names(
                            "居民低碳用电碳普惠方法学（试行，深圳）的两段基准",
                            "Two-branch baseline after Shenzhen's trial method for low-carbon use of electricity at home"),
                    new Names(
                            "低于全市人均的与全市人均比，高于的与自己前 7 天的平均比；多用了就显示负数。",
                            "Below the city's average per person a household is compared with it, above it with its own seven days before; using more shows as a negative saving.")));

    static List<Method> all() {
        return ALL;
    }
}
