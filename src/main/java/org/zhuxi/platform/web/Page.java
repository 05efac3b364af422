package org.zhuxi.platform.web;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Names;
import org.zhuxi.platform.manifest.Manifests;
import org.zhuxi.platform.manifest.NavigationEntry;
import org.zhuxi.platform.manifest.Shell;

/**
 * What every template needs and nothing is ambient: words, language, who is signed in, where we are.
 *
 * @param path of the request, without the query
 * @param query of the request, without a leading question mark; may be empty
 * @param csrfParameter name of the hidden field that every form carries
 * @param csrf its value, made when a form asks for it: a page without forms needs no cookie
 * @param lentUntil until when somebody looks at his own things on another person's device, or null
 */
public record Page(
        Messages messages,
        Manifests manifests,
        Locale locale,
        Actor actor,
        String path,
        String query,
        String csrfParameter,
        Supplier<String> csrf,
        @Nullable Instant lentUntil) {

    /** Attribute of a request: until when somebody looks at his own things on another person's device. */
    public static final String LENT_UNTIL = "zhuxi.lent-until";

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** The value of the hidden field that every form carries. */
    public String csrfToken() {
        return csrf.get();
    }

    /** The words of a message. */
    public String t(String key, Object... arguments) {
        return messages.get(locale, key, arguments);
    }

    public String name(Names names) {
        return names.in(locale);
    }

    /** Several names in one line. */
    public String names(List<Names> names, String between) {
        return names.stream().map(this::name).collect(java.util.stream.Collectors.joining(between));
    }

    public boolean isEnglish() {
        return Locale.ENGLISH.getLanguage().equals(locale.getLanguage());
    }

    public String languageTag() {
        return isEnglish() ? "en" : "zh-CN";
    }

    /** This page in the other language. */
    public String inOtherLanguage() {
        var other = isEnglish() ? "zh" : "en";
        var rest = query.replaceAll("(^|&)lang=[^&]*", "").replaceAll("^&", "");
        return path + "?" + (rest.isEmpty() ? "" : rest + "&") + "lang=" + other;
    }

    public String number(long value) {
        return NumberFormat.getIntegerInstance(locale).format(value);
    }

    public String number(BigDecimal value, int decimals) {
        var format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        format.setRoundingMode(java.math.RoundingMode.HALF_UP);
        return format.format(value);
    }

    public String date(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(locale)
                .format(day);
    }

    /** A moment in the community's zone, to the minute. */
    public String time(Instant moment) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(locale)
                .format(moment.atZone(ZONE));
    }

    public List<NavigationEntry> navigation(Shell shell) {
        return manifests.navigation(shell, actor);
    }

    /** Whether a menu entry is the one we are in: the longest of the menu's paths that leads here. */
    public boolean isAt(NavigationEntry entry) {
        return leadsHere(entry.path())
                && navigation(entry.shell()).stream()
                        .noneMatch(other -> other.path().length() > entry.path().length() && leadsHere(other.path()));
    }

    private boolean leadsHere(String place) {
        return path.equals(place) || path.startsWith(place + "/");
    }
}
