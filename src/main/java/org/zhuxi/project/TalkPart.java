package org.zhuxi.project;

import org.zhuxi.kernel.Names;

/** In what part people take part in a talk. */
public enum TalkPart {
    PARTY("党组织", "Party organisation"),
    COMMITTEE("居委会", "Residents' committee"),
    OWNERS("业委会", "Owners' committee"),
    PROPERTY("物业", "Property management"),
    UNITS("辖区单位", "Firms and institutions"),
    RESIDENTS("居民", "Residents"),
    EXPERTS("设计师、工程师", "Designers and engineers");

    private final Names names;

    TalkPart(String zh, String en) {
        this.names = new Names(zh, en);
    }

    public Names names() {
        return names;
    }
}
