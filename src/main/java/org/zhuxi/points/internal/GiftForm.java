package org.zhuxi.points.internal;

/** A gift as it was typed. */
public record GiftForm(String card, String amount, String note) {

    static final GiftForm EMPTY = new GiftForm("", "", "");
}
