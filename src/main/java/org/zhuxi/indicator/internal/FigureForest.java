package org.zhuxi.indicator.internal;

import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.zhuxi.indicator.IndicatorDefinition;
import org.zhuxi.indicator.ReportPeriod;
import org.zhuxi.kernel.PlacePath;

/** The roll-ups behind a figure, one a measure, as they are now. */
@Component
public class FigureForest {

    private final EvidenceStore evidence;
    private final DefinitionBook book;

    FigureForest(EvidenceStore evidence, DefinitionBook book) {
        this.evidence = evidence;
        this.book = book;
    }

    /** By code of the measure, in order of code. */
    SequencedMap<String, List<FigureTree.Node>> now(
            IndicatorDefinition definition, PlacePath path, ReportPeriod period) {
        var trees = new TreeMap<String, List<FigureTree.Node>>();
        var applicability = book.applicability(definition.code());
        for (var code : definition.measures()) {
            var measure = book.measure(code);
            var of = measure.yearly() ? period.wholeYear() : period;
            trees.put(code, FigureTree.of(code, path, evidence.leaves(measure, path, of, applicability)));
        }
        return trees;
    }

    /** One hash over all of it and the way it is reckoned. */
    static String hash(
            IndicatorDefinition definition, ReportPeriod period, SequencedMap<String, List<FigureTree.Node>> trees) {
        return Hashing.sha256(definition.code() + "\n" + definition.version() + "\n" + period + "\n"
                + trees.values().stream().map(nodes -> nodes.getFirst().hash()).collect(Collectors.joining("\n")));
    }

    /** What the hash of a figure would be today. */
    public String hashNow(String indicator, PlacePath path, ReportPeriod period) {
        var definition = book.definition(indicator);
        return hash(definition, period, now(definition, path, period));
    }
}
