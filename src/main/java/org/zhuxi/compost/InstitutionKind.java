package org.zhuxi.compost;

/** What an institution is, and so by what its waste is counted. */
public enum InstitutionKind {
    MUSEUM,
    MARKET,
    SCHOOL,
    PARK,
    OFFICE;

    /** Key of its name in the messages. */
    public String label() {
        return "compost.institution-kind." + name();
    }

    /** Key of what is counted there: visitors, stalls, pupils or staff. */
    public String counted() {
        return "compost.counted." + name();
    }
}
