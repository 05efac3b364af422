package org.zhuxi.project.asset;

import java.util.Arrays;
import java.util.List;
import org.zhuxi.kernel.Names;

/** What stands in an inventory: the eight classes of facilities, heritage, the six verbs of the sponge, lanes to be kept free, corridors. */
public enum AssetKind {
    WATER(Inventory.FACILITY, "供水", "Water supply"),
    DRAINAGE(Inventory.FACILITY, "排水", "Drainage"),
    POWER(Inventory.FACILITY, "供电", "Power supply"),
    LOW_VOLTAGE(Inventory.FACILITY, "弱电", "Communication lines"),
    ROAD(Inventory.FACILITY, "道路", "Roads"),
    GAS(Inventory.FACILITY, "供气", "Gas supply"),
    FIRE(Inventory.FACILITY, "消防", "Fire protection"),
    WASTE(Inventory.FACILITY, "垃圾分类", "Waste sorting"),
    RELIC(Inventory.HERITAGE, "文物古迹", "Cultural relic"),
    HISTORIC_BUILDING(Inventory.HERITAGE, "历史建筑", "Historic building"),
    ANCIENT_TREE(Inventory.HERITAGE, "古树", "Ancient tree"),
    NOTABLE_TREE(Inventory.HERITAGE, "名木", "Notable tree"),
    OTHER_HERITAGE(Inventory.HERITAGE, "其他遗产", "Other heritage"),
    INFILTRATE(Inventory.SPONGE, "渗", "Infiltration"),
    RETAIN(Inventory.SPONGE, "滞", "Retention"),
    STORE(Inventory.SPONGE, "蓄", "Storage"),
    PURIFY(Inventory.SPONGE, "净", "Purification"),
    REUSE(Inventory.SPONGE, "用", "Reuse"),
    DRAIN(Inventory.SPONGE, "排", "Drainage of rain"),
    PONDING(Inventory.SPONGE, "积水点", "Ponding point"),
    FIRE_LANE(Inventory.LIFELINE, "消防车通道", "Fire lane"),
    AMBULANCE_LANE(Inventory.LIFELINE, "救护通道", "Ambulance lane"),
    EVACUATION(Inventory.LIFELINE, "疏散通道", "Evacuation route"),
    PARTY_CORRIDOR(Inventory.CORRIDOR, "党建楼道", "Corridor of the Party branch"),
    CULTURE_CORRIDOR(Inventory.CORRIDOR, "文化楼道", "Corridor of culture"),
    FAMILY_CORRIDOR(Inventory.CORRIDOR, "亲子楼道", "Corridor of parents and children"),
    GREEN_CORRIDOR(Inventory.CORRIDOR, "绿化楼道", "Corridor of plants"),
    ELDERS_CORRIDOR(Inventory.CORRIDOR, "敬老楼道", "Corridor in honour of elders");

    private final Inventory inventory;
    private final Names names;

    AssetKind(Inventory inventory, String zh, String en) {
        this.inventory = inventory;
        this.names = new Names(zh, en);
    }

    public Inventory inventory() {
        return inventory;
    }

    public Names names() {
        return names;
    }

    /** The kinds of an inventory, in order. */
    public static List<AssetKind> of(Inventory inventory) {
        return Arrays.stream(values())
                .filter(kind -> kind.inventory == inventory)
                .toList();
    }
}
