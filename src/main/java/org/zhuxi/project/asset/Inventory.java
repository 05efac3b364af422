package org.zhuxi.project.asset;

import org.zhuxi.kernel.Names;

/** The inventories a community keeps, as the 2020 standard asks for them (items 4, 5, 8 and 16), and the corridors it keeps beautiful. */
public enum Inventory {
    FACILITY("基础设施", "Infrastructure"),
    HERITAGE("文物古迹和古树名木", "Heritage and old trees"),
    SPONGE("海绵设施和积水点", "Sponge measures and ponding"),
    LIFELINE("生命通道", "Lifelines"),
    CORRIDOR("美丽楼道", "Corridors");

    private final Names names;

    Inventory(String zh, String en) {
        this.names = new Names(zh, en);
    }

    public Names names() {
        return names;
    }
}
