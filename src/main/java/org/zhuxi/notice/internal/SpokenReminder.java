package org.zhuxi.notice.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.zhuxi.platform.web.Messages;
import org.zhuxi.waste.OpeningWindow;
import org.zhuxi.waste.StationView;

/** When a station opens, in words that are said: 早上七点到九点, or seven to nine in the morning. */
@Component
class SpokenReminder {

    private static final String DIGITS = "零一二三四五六七八九";
    private static final int NOON = 12;

    private final Messages messages;

    SpokenReminder(Messages messages) {
        this.messages = messages;
    }

    /** Two sentences: today's hours and tomorrow's. */
    String of(StationView station, Locale locale) {
        var today = station.today();
        return sentence("notice.spoken.today", station, today, locale) + " "
                + sentence("notice.spoken.tomorrow", station, today.plusDays(1), locale);
    }

    private String sentence(String key, StationView station, LocalDate day, Locale locale) {
        var name = station.station().site().name();
        var windows = station.hours().windowsOn(day);
        return windows.isEmpty()
                ? messages.get(locale, key + ".closed", name)
                : messages.get(locale, key, name, hours(windows, locale));
    }

    private static String hours(List<OpeningWindow> windows, Locale locale) {
        var isEnglish = Locale.ENGLISH.getLanguage().equals(locale.getLanguage());
        return windows.stream()
                .map(it -> isEnglish
                        ? english(it.fromMinute()) + " to " + english(it.toMinute())
                        : chinese(it.fromMinute()) + "到" + chinese(it.toMinute()))
                .collect(Collectors.joining(isEnglish ? ", and " : "，还有"));
    }

    /** Such as 下午六点半; midnight at the end of a day is 夜里十二点. */
    static String chinese(int minuteOfDay) {
        var hour = minuteOfDay / 60;
        var minute = minuteOfDay % 60;
        var clock = hour > NOON ? hour - NOON : hour;
        var minutes = minute == 0 ? "" : minute == 30 ? "半" : (minute < 10 ? "零" : "") + number(minute) + "分";
        return partOfDay(hour) + (clock == 2 ? "两" : number(clock)) + "点" + minutes;
    }

    private static String partOfDay(int hour) {
        if (hour < 5) {
            return "凌晨";
        }
        if (hour < 9) {
            return "早上";
        }
        if (hour < NOON) {
            return "上午";
        }
        if (hour == NOON) {
            return "中午";
        }
        if (hour < 18) {
            return "下午";
        }
        return hour < 24 ? "晚上" : "夜里";
    }

    /** 0 to 59 as it is read. */
    static String number(int value) {
        var tens = value / 10;
        var ones = value % 10;
        if (tens == 0) {
            return DIGITS.substring(ones, ones + 1);
        }
        return (tens == 1 ? "" : DIGITS.substring(tens, tens + 1))
                + "十"
                + (ones == 0 ? "" : DIGITS.substring(ones, ones + 1));
    }

    /** Such as 6.30 p.m.; 12 noon and 12 midnight by name. */
    static String english(int minuteOfDay) {
        var hour = minuteOfDay / 60;
        var minute = minuteOfDay % 60;
        if (minute == 0 && hour % NOON == 0) {
            return hour == NOON ? "noon" : "midnight";
        }
        var clock = hour % NOON == 0 ? NOON : hour % NOON;
        return clock + (minute == 0 ? "" : "." + "%02d".formatted(minute)) + (hour % 24 < NOON ? " a.m." : " p.m.");
    }
}
