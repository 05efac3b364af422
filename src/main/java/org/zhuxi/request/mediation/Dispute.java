package org.zhuxi.request.mediation;

import java.util.Locale;

/** What neighbours disagree about. */
public enum Dispute {
    NOISE,
    LEAK,
    SHARED_SPACE,
    PARKING,
    PETS,
    RENOVATION,
    LIGHT_AND_PASSAGE,
    PROPERTY_SERVICE,
    FAMILY,
    OTHER;

    /** Key of its name. */
    public String label() {
        return "mediation.dispute." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
