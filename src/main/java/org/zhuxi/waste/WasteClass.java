package org.zhuxi.waste;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.zhuxi.kernel.Names;

/** The four classes of household waste of GB/T 19095-2019, in the order in which a household meets them. */
public enum WasteClass {
    /** Green in the standard. */
    KITCHEN("厨余垃圾", "Kitchen waste"),
    /** Blue in the standard. */
    RECYCLABLE("可回收物", "Recyclables"),
    /** Red in the standard. */
    HAZARDOUS("有害垃圾", "Hazardous waste"),
    /** Black, printed as grey, in the standard. */
    RESIDUAL("其他垃圾", "Residual waste");

    private final Names names;

    WasteClass(String zh, String en) {
        this.names = new Names(zh, en);
    }

    public Names names() {
        return names;
    }

    /** Short stable code such as {@code kitchen}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Code of the activity kind under which a drop of this class is recorded, such as {@code waste.drop.kitchen}. */
    public String kind() {
        return "waste.drop." + code();
    }

    /** Message key of the class in few characters, for a button. */
    public String label() {
        return "waste.class." + code();
    }

    public static Optional<WasteClass> find(String code) {
        return Arrays.stream(values()).filter(it -> it.code().equals(code)).findFirst();
    }

    public static Optional<WasteClass> ofKind(String kind) {
        return Arrays.stream(values()).filter(it -> it.kind().equals(kind)).findFirst();
    }
}
