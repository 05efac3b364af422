package org.zhuxi.governance.internal.owners;

import java.util.Arrays;
import java.util.Optional;
import org.zhuxi.kernel.Names;

/** The nine matters that owners decide together, in the order of Civil Code article 278, paragraph 1. */
public enum OwnersMatter {
    ASSEMBLY_RULES("制定和修改业主大会议事规则", "Rules of procedure of the owners' assembly", false),
    MANAGEMENT_RULES("制定和修改管理规约", "Management rules", false),
    COMMITTEE("选举业主委员会或者更换业主委员会成员", "Election of the owners' committee", false),
    MANAGER("选聘和解聘物业服务企业或者其他管理人", "Choice of the property manager", false),
    FUND_USE("使用建筑物及其附属设施的维修资金", "Use of the maintenance fund", false),
    FUND_RAISING("筹集建筑物及其附属设施的维修资金", "Raising of the maintenance fund", true),
    REBUILDING("改建、重建建筑物及其附属设施", "Rebuilding of the building or its facilities", true),
    COMMON_PARTS("改变共有部分的用途或者利用共有部分从事经营活动", "Other use of the common parts, or business with them", true),
    OTHER("有关共有和共同管理权利的其他重大事项", "Other important matters of common rights", false);

    private final Names names;
    private final boolean isSpecial;

    OwnersMatter(String zh, String en, boolean isSpecial) {
        this.names = new Names(zh, en);
        this.isSpecial = isSpecial;
    }

    public Names names() {
        return names;
    }

    /** Its number in the law, 1 to 9. */
    public int number() {
        return ordinal() + 1;
    }

    /** Whether three quarters of those taking part must agree, instead of more than half. */
    public boolean isSpecial() {
        return isSpecial;
    }

    /** The matter with this number in the law. */
    public static Optional<OwnersMatter> ofNumber(int number) {
        return Arrays.stream(values()).filter(it -> it.number() == number).findFirst();
    }
}
