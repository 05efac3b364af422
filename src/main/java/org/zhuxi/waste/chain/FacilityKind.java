package org.zhuxi.waste.chain;

import org.zhuxi.kernel.Names;

/** Where waste goes in the end. */
public enum FacilityKind {
    COMPOST("堆肥场", "Compost site", true),
    BIOGAS("沼气厂", "Biogas plant", true),
    INCINERATION("焚烧厂", "Incineration plant", false),
    LANDFILL("填埋场", "Landfill", false),
    RECYCLER("再生资源企业", "Recycling company", true),
    HAZARDOUS("有害垃圾处置单位", "Hazardous waste plant", false);

    private final Names names;
    private final boolean recovers;

    FacilityKind(String zh, String en, boolean recovers) {
        this.names = new Names(zh, en);
        this.recovers = recovers;
    }

    public Names names() {
        return names;
    }

    /** Whether material is recovered here: neither burnt nor buried, and not only made harmless. */
    public boolean recovers() {
        return recovers;
    }
}
