package org.zhuxi.sensing.internal.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.zhuxi.sensing.internal.model.EntityType;

/** Whatever is typed as a filter: it is read or refused, and its texts are bound and never part of the SQL. */
class FilterProperties {

    private static final Shapes NONE = (type, property) -> List.of();

    @Property(tries = 3000)
    void anythingIsReadOrRefused(@ForAll String text, @ForAll EntityType type) {
        readOrRefuse(type, text);
    }

    @Property(tries = 3000)
    void wordsOfTheGrammarInAnyOrderAreReadOrRefused(@ForAll @From("phrases") String text, @ForAll EntityType type) {
        readOrRefuse(type, text);
    }

    @Property(tries = 500)
    void aTextIsBound(@ForAll String text) {
        var written = "name eq '" + text.replace("'", "''") + "'";
        try {
            var sql = compile(EntityType.THING, written);
            assertThat(sql.text()).isEqualTo("(e.name = ?::text)");
            assertThat(sql.values()).containsExactly(text);
        } catch (StaError refused) {
            assertThat(text.indexOf('\0') >= 0 || written.length() > Tokens.MOST_CHARACTERS)
                    .isTrue();
        }
    }

    @Provide
    Arbitrary<String> phrases() {
        return Arbitraries.of(
                        "name",
                        "result",
                        "phenomenonTime",
                        "Datastream",
                        "Datastreams",
                        "Thing",
                        "Things",
                        "/",
                        "(",
                        ")",
                        ",",
                        "eq",
                        "gt",
                        "and",
                        "or",
                        "not",
                        "add",
                        "div",
                        "5",
                        "-1.5e3",
                        "'x'",
                        "'it''s'",
                        "null",
                        "true",
                        "2026-01-01T00:00:00Z",
                        "2026-01-01T00:00:00Z/2026-01-02T00:00:00Z",
                        "2026-01-01",
                        "12:30",
                        "duration'PT1H'",
                        "geography'POINT (1 2)'",
                        "st_within",
                        "geo.distance",
                        "substringof",
                        "year",
                        "date",
                        "now",
                        "location",
                        "properties",
                        "id",
                        "$x",
                        "ü",
                        ";")
                .list()
                .ofMaxSize(14)
                .map(words -> String.join(" ", words));
    }

    private static void readOrRefuse(EntityType type, String text) {
        try {
            compile(type, text);
        } catch (StaError refused) {
            assertThat(refused.status()).isIn(400, 413, 501);
        }
    }

    private static Sql compile(EntityType type, String text) {
        return new FilterCompiler(type, "e", Sight.WHOLE, NONE).condition(FilterParser.filter(type, text));
    }
}
