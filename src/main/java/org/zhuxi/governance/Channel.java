package org.zhuxi.governance;

import org.zhuxi.kernel.Names;

/** How a ballot came in. */
public enum Channel {
    WEB("手机或电脑", "Phone or computer"),
    PAPER("纸质票", "Paper"),
    ASSISTED("有人帮助", "With help"),
    OFFICIAL("官方系统", "Official system");

    private final Names names;

    Channel(String zh, String en) {
        this.names = new Names(zh, en);
    }

    public Names names() {
        return names;
    }
}
