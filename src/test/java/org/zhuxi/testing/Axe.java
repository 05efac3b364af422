package org.zhuxi.testing;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The accessibility rules of axe-core, run in the page itself. */
public final class Axe {

    private static final String SOURCE = source();

    private static final String RUN = """
            rules => axe.run(document, {
                resultTypes: ['violations'],
                ...(rules.length ? {runOnly: {type: 'rule', values: rules},
                    rules: Object.fromEntries(rules.map(rule => [rule, {enabled: true}]))} : {})
            }).then(found => found.violations
                .filter(violation => rules.length || ['serious', 'critical'].includes(violation.impact))
                .map(violation => violation.id + ': ' + violation.nodes.slice(0, 3).map(node => node.html + ' '
                    + node.any.map(check => check.message).join(' ')).join(' | ')))
            """;

    private Axe() {}

    /** What is serious or critical on a page; with rules named, everything these find. */
    @SuppressWarnings("unchecked")
    public static List<String> faults(Page page, String... rules) {
        if (Boolean.FALSE.equals(page.evaluate("'axe' in window"))) {
            page.evaluate(SOURCE);
        }
        return (List<String>) page.evaluate(RUN, List.of(rules));
    }

    private static String source() {
        try (var script = Objects.requireNonNull(Axe.class.getResourceAsStream("/axe.min.js"))) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
