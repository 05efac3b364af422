package org.zhuxi.carbon.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.zhuxi.carbon.CarbonRefused;
import org.zhuxi.carbon.StatementDocument;
import org.zhuxi.carbon.StatementDocument.UsedFactor;
import org.zhuxi.carbon.method.Variable;

/** The factors a calculation asks for, in the order in which it does, each in one version. */
final class UsedFactors {

    private final Function<String, UsedFactor> source;
    private final Map<String, UsedFactor> used = new LinkedHashMap<>();

    private UsedFactors(Function<String, UsedFactor> source) {
        this.source = source;
    }

    /** From the library: the version chosen, else the newest up to the year. */
    static UsedFactors of(FactorBook book, Map<String, String> versions, int year) {
        return new UsedFactors(code -> {
            var factor = book.find(code)
                    .filter(found -> !found.indicatorOnly())
                    .orElseThrow(() -> new CarbonRefused.NoFactor("versions", code));
            var wanted = versions.get(code);
            var version = wanted == null
                    ? factor.in(year)
                    : factor.find(wanted).orElseThrow(() -> new CarbonRefused.NoVersion(code, wanted));
            return new UsedFactor(
                    code,
                    version.version(),
                    version.year(),
                    version.value(),
                    factor.unit(),
                    Spreads.print(version.spread()),
                    version.evidence());
        });
    }

    /** As a document says they were, whatever the library says today. */
    static UsedFactors of(StatementDocument document) {
        return new UsedFactors(code -> document.factors().stream()
                .filter(factor -> factor.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The document has no factor " + code)));
    }

    /** Notes that a factor is used, and answers its code. */
    String use(String code) {
        used.computeIfAbsent(code, source);
        return code;
    }

    List<UsedFactor> list() {
        return List.copyOf(used.values());
    }

    List<Variable> variables() {
        return used.values().stream()
                .map(factor ->
                        new Variable(factor.code(), factor.value().doubleValue(), Spreads.parse(factor.spread())))
                .toList();
    }
}
