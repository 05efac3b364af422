package org.zhuxi.indicator;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A number as a source prints it.
 *
 * @param original as printed, such as 900余; what people are shown
 */
public record QualifiedNumber(BigDecimal value, Qualifier qualifier, String original) {

    private static final Pattern FORM = Pattern.compile(
            "(?<before>超过|超|逾|近|约|不足|不到|≥|≤|>|<)?\\s*(?<number>-?[0-9][0-9,，]*(?:\\.[0-9]+)?)\\s*(?<ten>万|亿)?\\s*"
                    + "(?<after>余|多|以上|左右|上下|\\+|以下|以内)?");

    private static final Map<String, Qualifier> WORDS = Map.ofEntries(
            Map.entry("超过", Qualifier.AT_LEAST),
            Map.entry("超", Qualifier.AT_LEAST),
            Map.entry("逾", Qualifier.AT_LEAST),
            Map.entry("≥", Qualifier.AT_LEAST),
            Map.entry(">", Qualifier.AT_LEAST),
            Map.entry("余", Qualifier.AT_LEAST),
            Map.entry("多", Qualifier.AT_LEAST),
            Map.entry("以上", Qualifier.AT_LEAST),
            Map.entry("+", Qualifier.AT_LEAST),
            Map.entry("近", Qualifier.AT_MOST),
            Map.entry("不足", Qualifier.AT_MOST),
            Map.entry("不到", Qualifier.AT_MOST),
            Map.entry("≤", Qualifier.AT_MOST),
            Map.entry("<", Qualifier.AT_MOST),
            Map.entry("以下", Qualifier.AT_MOST),
            Map.entry("以内", Qualifier.AT_MOST),
            Map.entry("约", Qualifier.ABOUT),
            Map.entry("左右", Qualifier.ABOUT),
            Map.entry("上下", Qualifier.ABOUT));

    private static final int MOST_DIGITS = 18;

    /** Reads a number with the Chinese words for <em>more than</em>, <em>nearly</em> and <em>about</em>; empty when it is none. */
    public static Optional<QualifiedNumber> parse(String printed) {
        var text = printed.strip();
        var found = FORM.matcher(text);
        if (!found.matches() || found.group("number").length() > MOST_DIGITS) {
            return Optional.empty();
        }
        var number = new BigDecimal(found.group("number").replaceAll("[,，]", ""));
        return Optional.of(new QualifiedNumber(
                number.multiply(tens(found.group("ten"))),
                word(found.group("before")).plus(word(found.group("after"))),
                text));
    }

    public static QualifiedNumber exact(BigDecimal value) {
        return new QualifiedNumber(value, Qualifier.EXACT, value.toPlainString());
    }

    /** Whether it is the threshold or more. */
    public Verdict reaches(BigDecimal threshold) {
        var isThere = value.compareTo(threshold) >= 0;
        return switch (qualifier) {
            case EXACT -> isThere ? Verdict.YES : Verdict.NO;
            case AT_LEAST -> isThere ? Verdict.YES : Verdict.UNKNOWN;
            case AT_MOST -> isThere ? Verdict.UNKNOWN : Verdict.NO;
            case ABOUT -> Verdict.UNKNOWN;
        };
    }

    private static BigDecimal tens(@org.jspecify.annotations.Nullable String word) {
        return word == null ? BigDecimal.ONE : BigDecimal.TEN.pow(word.equals("万") ? 4 : 8);
    }

    private static Qualifier word(@org.jspecify.annotations.Nullable String word) {
        return word == null ? Qualifier.EXACT : WORDS.getOrDefault(word, Qualifier.EXACT);
    }
}
