package org.zhuxi.waste.appointment;

import java.util.Locale;
import org.zhuxi.kernel.Names;

/** What is fetched by appointment. */
public enum PickupService {
    BULKY("大件垃圾", "Bulky waste"),
    ELECTRONIC("废旧电器", "Waste electronics"),
    HAZARDOUS("有害垃圾", "Hazardous waste");

    private final Names names;

    PickupService(String zh, String en) {
        this.names = new Names(zh, en);
    }

    public Names names() {
        return names;
    }

    /** The activity kind under which a pick-up is recorded. */
    public String kind() {
        return "waste.pickup." + name().toLowerCase(Locale.ROOT);
    }
}
