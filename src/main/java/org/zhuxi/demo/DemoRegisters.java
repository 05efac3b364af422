package org.zhuxi.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Origin;
import org.zhuxi.place.NewDivision;
import org.zhuxi.place.PlaceKind;

/**
 * The registers of Shanghai and Jiayuguan. Totals are printed in the sources; the split of 2022 by district is made up: by the
 * largest remainder of the number of cases in the book, and then of the number of communities.
 */
final class DemoRegisters {

    static final String SHANGHAI = "310000000000";
    private static final String SHANGHAI_DISTRICTS = "310100000000";
    static final String JIAYUGUAN = "620200000000";
    static final long SHANGHAI_2021 = 4_530;
    static final long ATTAINED_2021 = 2_637;

    private static final LocalDate KNOWN_FROM = LocalDate.of(2023, 6, 30);
    private static final String CODES = "国家统计局 统计用区划代码 2023";

    private DemoRegisters() {}

    /** @param communities urban communities, and how many of them meet the standard */
    record District(String code, Names name, long communities, long attained) {}

    static List<District> shanghai() {
        return List.of(
                district("310115", "浦东新区", "Pudong New Area", 567, 488),
                district("310101", "黄浦区", "Huangpu District", 284, 244),
                district("310106", "静安区", "Jing'an District", 284, 244),
                district("310104", "徐汇区", "Xuhui District", 340, 293),
                district("310105", "长宁区", "Changning District", 170, 146),
                district("310107", "普陀区", "Putuo District", 284, 244),
                district("310109", "虹口区", "Hongkou District", 284, 244),
                district("310110", "杨浦区", "Yangpu District", 170, 146),
                district("310113", "宝山区", "Baoshan District", 227, 195),
                district("310112", "闵行区", "Minhang District", 340, 293),
                district("310114", "嘉定区", "Jiading District", 170, 146),
                district("310116", "金山区", "Jinshan District", 284, 244),
                district("310117", "松江区", "Songjiang District", 283, 243),
                district("310118", "青浦区", "Qingpu District", 340, 293),
                district("310120", "奉贤区", "Fengxian District", 283, 243),
                district("310151", "崇明区", "Chongming District", 227, 195));
    }

    private static District district(String code, String zh, String en, long communities, long attained) {
        return new District(code + "000000", new Names(zh, en), communities, attained);
    }

    /** What Jiayuguan published for 2022, by measure. */
    static Map<String, Long> jiayuguan() {
        return Map.of("assessment.enrolled", 22L, "assessment.attained", 11L, "assessment.named", 2L);
    }

    static final long JIAYUGUAN_COMMUNITIES = 31;

    static List<NewDivision> divisions() {
        var districts = shanghai().stream()
                .map(one -> new NewDivision(
                        one.code(),
                        PlaceKind.COUNTY,
                        SHANGHAI_DISTRICTS,
                        one.name(),
                        KNOWN_FROM,
                        Origin.PUBLIC,
                        CODES));
        var jiayuguan = new NewDivision(
                JIAYUGUAN,
                PlaceKind.CITY,
                "620000000000",
                new Names("嘉峪关市", "Jiayuguan"),
                KNOWN_FROM,
                Origin.PUBLIC,
                CODES);
        return java.util.stream.Stream.concat(districts, java.util.stream.Stream.of(jiayuguan))
                .toList();
    }
}
