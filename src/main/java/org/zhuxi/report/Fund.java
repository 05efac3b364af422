package org.zhuxi.report;

import java.util.UUID;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.PlacePath;

/**
 * Money of one source for a year and area of work; never edited, a wrong line is taken back.
 *
 * @param plannedFen set aside, in fen
 * @param allocatedFen of it handed on, in fen; no more than planned
 * @param disbursedFen of that paid out, in fen; no more than allocated
 * @param source the document it stands in
 */
public record Fund(
        UUID id,
        String place,
        PlacePath path,
        int year,
        Kind kind,
        Area area,
        long plannedFen,
        long allocatedFen,
        long disbursedFen,
        String source,
        boolean withdrawn,
        Origin origin) {

    /** Where the money comes from, as the circular names it. */
    public enum Kind {
        FISCAL("财政资金", "Fiscal funds"),
        OLD_ESTATE("老旧小区改造", "Renewal of old estates"),
        GREEN_BUILDING("绿色建筑", "Green buildings"),
        RETROFIT("既有建筑绿色化改造", "Retrofits"),
        SPONGE("海绵城市", "Sponge city"),
        SMART_CITY("智慧城市", "Smart city"),
        BANK_LOAN("银行信贷", "Bank loans"),
        SOCIAL_CAPITAL("社会资本", "Private capital"),
        RESIDENT("居民出资", "Residents"),
        GRANT("公益资助", "Grants");

        private final Names names;

        Kind(String zh, String en) {
            this.names = new Names(zh, en);
        }

        public Names names() {
            return names;
        }
    }

    /** What it is for: the five areas of the standard. */
    public enum Area {
        MECHANISM("机制", "Mechanism"),
        FACILITIES("基础设施", "Facilities"),
        ENVIRONMENT("宜居环境", "Environment"),
        SMART("信息化智能化", "Smart services"),
        CULTURE("绿色文化", "Culture");

        private final Names names;

        Area(String zh, String en) {
            this.names = new Names(zh, en);
        }

        public Names names() {
            return names;
        }
    }
}
