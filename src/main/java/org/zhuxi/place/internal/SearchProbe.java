package org.zhuxi.place.internal;

import java.util.List;
import java.util.regex.Pattern;

/**
 * One way in which a place answers a query. Probes are asked one after the other, the best first; each walks an index in
 * the order of the results, so it is as fast for a common name as for a rare one.
 */
enum SearchProbe {
    NAME_IS(Field.NAME, true),
    INITIALS_ARE(Field.INITIALS, true),
    PINYIN_IS(Field.PINYIN, true),
    ENGLISH_IS(Field.ENGLISH, true),
    CODE_IS(Field.CODE, true),
    NAME_BEGINS(Field.NAME, false),
    CODE_BEGINS(Field.CODE, false),
    INITIALS_BEGIN(Field.INITIALS, false),
    PINYIN_BEGINS(Field.PINYIN, false),
    ENGLISH_BEGINS(Field.ENGLISH, false),
    INSIDE(Field.NAME, false);

    /** What of a place is compared; the words stand for the expression of each table. */
    enum Field {
        NAME,
        PINYIN,
        INITIALS,
        ENGLISH,
        CODE
    }

    private static final Pattern LATIN = Pattern.compile("[a-z0-9().,]+");
    private static final Pattern DIGITS = Pattern.compile("[0-9]+.*");
    private static final List<SearchProbe> FOR_CHINESE = List.of(NAME_IS, NAME_BEGINS, INSIDE);

    private final Field field;
    private final boolean whole;

    SearchProbe(Field field, boolean whole) {
        this.field = field;
        this.whole = whole;
    }

    Field field() {
        return field;
    }

    boolean isInside() {
        return this == INSIDE;
    }

    /** The condition on an expression, with the query as {@code :q} and the end of its range as {@code :end}. */
    String condition(String expression) {
        if (isInside()) {
            return "place.bigrams(%s) @> place.bigrams(:q) and strpos(%s, :q) > 0".formatted(expression, expression);
        }
        var compared = "(%s) collate \"C\"".formatted(expression);
        return whole ? compared + " = :q" : "%s >= :q and %s < :end".formatted(compared, compared);
    }

    /** The probes that can find something for a query, the best first; a single character is sought at beginnings only. */
    static List<SearchProbe> forQuery(String query) {
        var all = LATIN.matcher(query).matches() ? List.of(values()) : FOR_CHINESE;
        return all.stream()
                .filter(probe -> !probe.isInside() || query.codePointCount(0, query.length()) > 1)
                .filter(probe ->
                        probe.field() != Field.CODE || DIGITS.matcher(query).matches())
                .toList();
    }
}
