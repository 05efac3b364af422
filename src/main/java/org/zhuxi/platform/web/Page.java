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
import org.zhuxi.kernel.Problem;
import org.zhuxi.platform.manifest.Manifests;
import org.zhuxi.platform.manifest.Menu;
import org.zhuxi.platform.manifest.NavigationEntry;
import org.zhuxi.platform.manifest.Shell;

/**
 * What every template needs and nothing is ambient: words, language, who is signed in, where we are.
 *
 * @param address of the request without the query; with a code, as it is known from now on
 * @param query of the request, without a leading question mark; may be empty
 * @param csrfParameter name of the hidden field that every form carries
 * @param csrf its value, made when a form asks for it: a page without forms needs no cookie
 * @param lentUntil until when somebody looks at his own things on another person's device, or null
 * @param actingFor in whose name somebody acts on this page, or null
 * @param look size of type and theme
 */
public record Page(
        Messages messages,
        Manifests manifests,
        Locale locale,
        Actor actor,
        CodeAddress address,
        String query,
        String csrfParameter,
        Supplier<String> csrf,
        @Nullable Instant lentUntil,
        @Nullable String actingFor,
        Look look) {

    /** Attribute of a request: until when somebody looks at his own things on another person's device. */
    public static final String LENT_UNTIL = "zhuxi.lent-until";

    /** Attribute of a request: the name of the person in whose name somebody acts. */
    public static final String ACTING_FOR = "zhuxi.acting-for";

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int MOST_DECIMALS = 3;

    /** The value of the hidden field that every form carries. */
    public String csrfToken() {
        return csrf.get();
    }

    /** The words of a message. */
    public String t(String key, Object... arguments) {
        return messages.get(locale, key, arguments);
    }

    /** What is wrong with a field of a form; empty when nothing is. */
    public String explain(List<Problem.Field> errors, String field) {
        return errors.stream()
                .filter(error -> error.name().equals(field))
                .map(error -> messages.explain(locale, error))
                .collect(java.util.stream.Collectors.joining(" "));
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

    /** Where we are, without the query and without a code. */
    public String path() {
        return address.path();
    }

    /** The address for the browser to show, when this page was opened by a code. */
    public @Nullable String codeAddress() {
        return address.code().isEmpty()
                ? null
                : new CodeAddress(path() + (query.isEmpty() ? "" : "?" + query), address.code()).toString();
    }

    /** This page in the other language. */
    public String inOtherLanguage() {
        return with("lang", isEnglish() ? "zh" : "en");
    }

    /** This page in another size of type. */
    public String inType(Look.Type type) {
        return with("type", type.code());
    }

    /** This page in the other theme. */
    public String inOtherTheme() {
        return with("theme", new Look(look.type(), !look.dark()).theme());
    }

    private String with(String name, String value) {
        var rest = query.replaceAll("(^|&)" + name + "=[^&]*", "").replaceAll("^&", "");
        var asked = path() + "?" + (rest.isEmpty() ? "" : rest + "&") + name + "=" + value;
        return new CodeAddress(asked, address.code()).toString();
    }

    public String number(long value) {
        return NumberFormat.getIntegerInstance(locale).format(value);
    }

    /** With the decimals it has, three at most. */
    public String number(BigDecimal value) {
        return number(value, Math.clamp(value.stripTrailingZeros().scale(), 0, MOST_DECIMALS));
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

    /** The menu of a shell: what stands in its bar, and the rest. */
    public Menu menu(Shell shell) {
        return Menu.of(shell, navigation(shell));
    }

    /** Whether a menu entry is the one we are in: the longest of the menu's paths that leads here. */
    public boolean isAt(NavigationEntry entry) {
        return leadsHere(entry.path())
                && (path().equals(entry.path()) || !path().equals(entry.shell().morePath()))
                && navigation(entry.shell()).stream()
                        .noneMatch(other -> other.path().length() > entry.path().length() && leadsHere(other.path()));
    }

    /** Whether we are on a page of the menu that stands under <em>more</em>, or on the page of these. */
    public boolean isAtMore(Shell shell) {
        return path().equals(shell.morePath()) || menu(shell).rest().stream().anyMatch(this::isAt);
    }

    private boolean leadsHere(String place) {
        return path().equals(place) || path().startsWith(place + "/");
    }
}
