package org.zhuxi.notice;

import java.util.Locale;

/** What people are told about. The words are the message {@link #message()}, filled with the notification's arguments. */
public enum NotificationKind {
    /** Title in Chinese, title in English. */
    NOTICE_PUBLISHED,
    /** Points, last day on which they are valid. */
    POINTS_EXPIRING,
    /** Points. */
    GIFT_RECEIVED,
    /** How many records, kind of the first in Chinese, in English. */
    RECORD_REVERSED,
    /** Station in Chinese, in English, from, to. */
    DROP_TIME,
    /** Station in Chinese, in English, day, reason. */
    STATION_CLOSED,
    /** Goods in Chinese, in English, until when. */
    GOODS_WAITING,
    /** Kind of report in Chinese, in English, its state in Chinese, in English. */
    REQUEST_MOVED,
    /** Building or site in Chinese, in English. */
    HELP_CALLED,
    /** Community in Chinese, in English, state of its assessment in Chinese, in English, reason or nothing. */
    ASSESSMENT_MOVED,
    /** Place in Chinese, in English, what it owes in Chinese, in English, year, last day, days left. */
    DEADLINE_NEAR,
    /** The same, with the days it is late. */
    DEADLINE_PASSED;

    /** Key of its words. */
    public String message() {
        return "notice.kind." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Key of its name in the settings. */
    public String label() {
        return message() + ".name";
    }
}
