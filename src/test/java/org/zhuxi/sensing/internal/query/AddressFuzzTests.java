package org.zhuxi.sensing.internal.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.zhuxi.sensing.internal.model.EntityType;

/**
 * Whatever stands in an address behind {@code /sta/v1.1/}: it is read or refused, and nothing of it becomes part of the SQL. Without
 * {@code JAZZER_FUZZ=1} only the seeds of {@code AddressFuzzTestsInputs} are read.
 */
class AddressFuzzTests {

    private static final Shapes NONE = (type, property) -> List.of();

    @DictionaryFile(resourcePath = "address.dict")
    @FuzzTest(maxDuration = "5m")
    void anyAddressIsReadOrRefused(byte[] address) {
        var text = new String(address, StandardCharsets.UTF_8);
        var mark = text.indexOf('?');
        try {
            var type = ResourcePath.parse(mark < 0 ? text : text.substring(0, mark))
                    .last()
                    .type();
            compile(type, QueryParser.parse(type, mark < 0 ? null : text.substring(mark + 1)));
        } catch (StaError refused) {
            assertThat(refused.status()).isIn(400, 404, 413, 501);
        }
    }

    private static void compile(EntityType type, Query query) {
        var compiler = new FilterCompiler(type, "e", Sight.WHOLE, NONE);
        if (query.filter() != null) {
            requireBound(compiler.condition(query.filter()));
        }
        query.orderBy().forEach(order -> compiler.order(order.by()).forEach(AddressFuzzTests::requireBound));
        query.expand().forEach(expand -> compile(expand.relation().to(), expand.query()));
    }

    /** As many values as places for them, and no character that is not the compiler's own. */
    private static void requireBound(Sql sql) {
        assertThat(sql.text().chars().filter(c -> c == '?').count()).isEqualTo(sql.values().length);
        assertThat(sql.text().chars()).allMatch(c -> c == '\n' || c >= ' ' && c <= '~' && c != ';');
        assertThat(sql.text()).doesNotContain("--", "/*");
    }
}
