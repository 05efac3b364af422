package org.zhuxi.report.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.zhuxi.report.ReportFigure;
import org.zhuxi.report.ReportRefused;

/** A text in which numbers are cited as {@code {F02}} and never typed, so that none can differ from its figure. */
public final class CitedText {

    private static final Pattern CITATION = Pattern.compile("\\{([A-Za-z][A-Za-z0-9]{0,9})}");

    /** Years, dates, numbers of documents and ordinals name something and count nothing. */
    private static final Pattern NAMES = Pattern.compile("〔\\d{4}〕\\s*\\d{1,4}\\s*号"
            + "|第\\s*\\d{1,3}(?=\\D|$)"
            + "|(?:19|20)\\d{2}\\s*(?:年|-\\d{1,2}-\\d{1,2}(?!\\d))(?:\\s*\\d{1,2}\\s*月(?:\\s*\\d{1,2}\\s*[日号])?)?"
            + "|(?<![\\d.,])\\d{1,2}\\s*月(?:\\s*\\d{1,2}\\s*[日号])?"
            + "|(?<=[A-Za-z(] ?)(?:19|20)\\d{2}(?=[ .,;)\\n]|$)(?!\\s*(?:%|[a-z]+ies\\b))"
            + "|\\bNo\\. ?\\d{1,4}\\b");

    private static final Pattern NUMBER = Pattern.compile("\\p{Nd}[\\p{Nd}.,，．]*\\s*[%％万亿余]?"
            + "|百分之[一二三四五六七八九十百千零两点]+"
            + "|(?=[一二三四五六七八九十百千万亿零两]*[十百千万亿])[一二三四五六七八九十百千万亿零两]{2,}(?=余?[个户人家次处条项场吨元台米])");

    private CitedText() {}

    /** A piece of a text: words, or a number that opens. */
    public record Span(String words, @Nullable ReportFigure figure) {}

    /**
     * Refuses typed numbers and citations of nothing.
     *
     * @param field of the form
     * @param printed what the figures are printed as, by code, to name the one that was meant
     * @throws ReportRefused.TypedNumber when a number is typed
     * @throws ReportRefused.UnknownFigure when a figure is cited that is not there
     */
    public static void check(String field, String text, Map<String, String> printed) {
        var citations = CITATION.matcher(text);
        while (citations.find()) {
            if (!printed.containsKey(citations.group(1))) {
                throw new ReportRefused.UnknownFigure(field, citations.group(1));
            }
        }
        var rest = NAMES.matcher(CITATION.matcher(text).replaceAll("〓")).replaceAll("〓");
        var number = NUMBER.matcher(rest);
        if (number.find()) {
            var typed = number.group().strip();
            throw new ReportRefused.TypedNumber(field, typed, meant(typed, printed));
        }
    }

    /** The figure that is printed as what was typed; otherwise the one reports cite most. */
    private static String meant(String typed, Map<String, String> printed) {
        var plain = plain(typed);
        return printed.entrySet().stream()
                .filter(one -> plain(one.getValue()).equals(plain))
                .map(Map.Entry::getKey)
                .sorted()
                .findFirst()
                .map(code -> "{" + code + "}")
                .orElse("{F02}");
    }

    private static String plain(String number) {
        return number.replaceAll("[^\\p{Nd}.]", "");
    }

    /** The lines of a template all of whose figures are there and not zero, as one paragraph. */
    static String known(String template, String between, Map<String, ReportFigure> figures) {
        return template.lines()
                .map(String::strip)
                .filter(line -> CITATION.matcher(line).results().allMatch(cited -> {
                    var figure = figures.get(cited.group(1));
                    return figure != null
                            && figure.value() != null
                            && figure.value().signum() != 0;
                }))
                .collect(java.util.stream.Collectors.joining(between));
    }

    /** Cuts a text into words and the figures it cites. */
    public static List<Span> spans(String text, Map<String, ReportFigure> figures) {
        var spans = new ArrayList<Span>();
        var citations = CITATION.matcher(text);
        var from = 0;
        while (citations.find()) {
            var figure = figures.get(citations.group(1));
            if (figure == null) {
                continue;
            }
            if (citations.start() > from) {
                spans.add(new Span(text.substring(from, citations.start()), null));
            }
            spans.add(new Span("", figure));
            from = citations.end();
        }
        if (from < text.length()) {
            spans.add(new Span(text.substring(from), null));
        }
        return List.copyOf(spans);
    }
}
