package org.zhuxi.platform.web;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Problem;

/** The program's words in the reader's language. */
@Component
public class Messages {

    private final MessageSource source;

    Messages(MessageSource source) {
        this.source = source;
    }

    /**
     * The message of a key; the key itself when nobody wrote one. Numbers and names among the arguments are put into the
     * reader's language.
     */
    public String get(Locale locale, String key, Object... arguments) {
        var words = Arrays.stream(arguments)
                .map(argument -> argument instanceof Names names ? names.in(locale) : argument)
                .toArray();
        return Objects.requireNonNull(source.getMessage(key, words, key, locale));
    }

    public String get(Locale locale, String key, List<Object> arguments) {
        return get(locale, key, arguments.toArray());
    }

    /** Messages for scripts, by the last part of their keys; the script puts its own words where {@code {0}} to {@code {2}} stand. */
    public Map<String, String> spoken(Locale locale, String prefix, List<String> lastParts) {
        var words = new LinkedHashMap<String, String>();
        lastParts.forEach(part -> words.put(part, get(locale, prefix + part, "{0}", "{1}", "{2}")));
        return words;
    }

    /** What a problem says: what happened, what is safe, what to do next. */
    public String explain(Locale locale, Problem problem) {
        return get(locale, "problem." + problem.slug(), problem.arguments());
    }

    public String explain(Locale locale, Problem.Field field) {
        return get(locale, "problem." + field.slug(), field.arguments());
    }
}
