package org.zhuxi.carbon.internal;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.zhuxi.carbon.BaselineMix;
import org.zhuxi.carbon.Statement;
import org.zhuxi.carbon.StatementDocument;
import org.zhuxi.carbon.StatementDocument.Simulation;
import org.zhuxi.carbon.StatementSum;
import org.zhuxi.carbon.StatementSum.Part;
import org.zhuxi.carbon.method.Model;
import org.zhuxi.kernel.Sha256;

/** Adds statements up: every amount is drawn by itself, every factor version once for all statements that use it. */
public final class SumReckoner {

    private static final Comparator<Statement> ORDER = Comparator.<Statement, String>comparing(
                    it -> it.document().place())
            .thenComparing(it -> it.document().period())
            .thenComparing(it -> it.id().toString());

    private SumReckoner() {}

    /**
     * @param statements of one scope, horizon and set of warming potentials, and of one year
     * @throws IllegalArgumentException when they are not, or there is none
     */
    public static StatementSum reckon(List<Statement> statements) {
        var sorted = statements.stream().sorted(ORDER).toList();
        var documents = sorted.stream().map(Statement::document).toList();
        requireAlike(documents);
        var first = documents.getFirst();
        var local = new JoinedTerms();
        var buried = new JoinedTerms();
        for (var document : documents) {
            local.add(document, document.baseline());
            buried.add(document, BaselineMix.allBuried());
        }
        var seed = seed(sorted);
        // the two simulations know nothing of each other
        var outcomes = Stream.of(local, buried)
                .parallel()
                .map(terms -> Reckoner.outcome(terms.model(), seed))
                .toList();
        return new StatementSum(
                StatementSum.SCHEMA,
                year(first),
                first.scope(),
                first.horizon(),
                first.gwp(),
                sorted.stream().map(SumReckoner::part).toList(),
                local.factors(),
                documents.stream().map(StatementDocument::treatedKg).reduce(BigDecimal.ZERO, BigDecimal::add),
                outcomes.getFirst(),
                outcomes.getLast(),
                new Simulation(Model.GENERATOR, Long.toString(seed), Reckoner.DRAWS));
    }

    private static void requireAlike(List<StatementDocument> documents) {
        var kinds = documents.stream()
                .map(it -> List.of(it.scope(), it.horizon(), it.gwp(), year(it)))
                .distinct()
                .count();
        if (kinds != 1) {
            throw new IllegalArgumentException("Statements of one kind and year are added, not of " + kinds);
        }
    }

    private static String year(StatementDocument document) {
        return document.period().substring(0, 4);
    }

    private static Part part(Statement it) {
        var document = it.document();
        return new Part(
                it.id(),
                it.hash(),
                document.place(),
                document.placeName(),
                document.period(),
                document.treatedKg(),
                document.net(),
                document.landfillOnly().kg());
    }

    /** A single statement keeps its own, so that its sum is itself; of several it follows from their hashes. */
    private static long seed(List<Statement> sorted) {
        return sorted.size() == 1
                ? Long.parseLong(sorted.getFirst().document().simulation().seed())
                : ByteBuffer.wrap(Sha256.of(sorted.stream().map(Statement::hash).collect(Collectors.joining("\n"))))
                        .getLong();
    }
}
