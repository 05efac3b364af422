package org.zhuxi.notice;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Role;

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

    private static final Set<Role> NEIGHBOURS = EnumSet.of(Role.RESIDENT, Role.HOUSEHOLD_HEAD, Role.VOLUNTEER);
    private static final Set<NotificationKind> OF_OFFICES =
            EnumSet.of(ASSESSMENT_MOVED, DEADLINE_NEAR, DEADLINE_PASSED);

    /** What this person may be told about: who holds no office is never told about assessments and what is owed. */
    public static Set<NotificationKind> offeredTo(Actor actor) {
        var offered = EnumSet.allOf(NotificationKind.class);
        if (actor.grants().stream().allMatch(grant -> NEIGHBOURS.contains(grant.role()))) {
            offered.removeAll(OF_OFFICES);
        }
        return offered;
    }

    /** What rings before everything else that waits: somebody is in need. */
    public static Set<NotificationKind> urgent() {
        return EnumSet.of(HELP_CALLED);
    }

    /** Key of its words. */
    public String message() {
        return "notice.kind." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Key of its name in the settings. */
    public String label() {
        return message() + ".name";
    }
}
