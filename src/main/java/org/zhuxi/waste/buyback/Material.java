package org.zhuxi.waste.buyback;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.zhuxi.kernel.Names;

/** What recyclers buy. */
public enum Material {
    PAPER("废纸", "Paper"),
    CARDBOARD("纸箱", "Cardboard"),
    PLASTIC("塑料", "Plastics"),
    BOTTLE("饮料瓶", "Drink bottles"),
    METAL("废铁", "Scrap iron"),
    CAN("易拉罐", "Aluminium cans"),
    GLASS("玻璃", "Glass"),
    TEXTILE("织物", "Textiles"),
    APPLIANCE("小家电", "Small appliances");

    private final Names names;

    Material(String zh, String en) {
        this.names = new Names(zh, en);
    }

    public Names names() {
        return names;
    }

    /** Short stable code such as {@code paper}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Code of the activity kind that keeps the mass, such as {@code waste.buyback.paper}. */
    public String kind() {
        return "waste.buyback." + code();
    }

    public static Optional<Material> find(String code) {
        return Arrays.stream(values()).filter(it -> it.code().equals(code)).findFirst();
    }

    /** The material of a code that was checked before. */
    public static Material of(String code) {
        return find(code).orElseThrow(() -> new IllegalArgumentException(code));
    }
}
