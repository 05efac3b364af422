package org.zhuxi.project;

import org.zhuxi.kernel.Names;

/** Where money of a project comes from, as the 2020 action plan names the sources (建城〔2020〕68号, 资金). */
public enum FundSource {
    FISCAL("财政资金", "Public budget"),
    OLD_ESTATE("老旧小区改造资金", "Old-estate renovation funds"),
    GREEN_BUILDING("绿色建筑资金", "Green-building funds"),
    RETROFIT("既有建筑绿色化改造资金", "Retrofit funds"),
    SPONGE("海绵城市资金", "Sponge-city funds"),
    SMART_CITY("智慧城市资金", "Smart-city funds"),
    BANK_LOAN("银行信贷", "Bank loan"),
    SOCIAL_CAPITAL("社会力量投资", "Private investment"),
    RESIDENT("居民自筹", "Residents' own share"),
    MAINTENANCE("公共维修资金", "Maintenance fund of the owners"),
    GRANT("公益资助", "Grant"),
    OTHER("其他", "Other");

    private final Names names;

    FundSource(String zh, String en) {
        this.names = new Names(zh, en);
    }

    public Names names() {
        return names;
    }
}
