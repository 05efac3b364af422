package org.zhuxi.carbon.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.zhuxi.carbon.BaselineMix;
import org.zhuxi.carbon.Line;
import org.zhuxi.carbon.NewStatement;
import org.zhuxi.carbon.StatementDocument;
import org.zhuxi.carbon.StatementDocument.Input;
import org.zhuxi.carbon.StatementDocument.OpenedTerm;
import org.zhuxi.carbon.StatementDocument.Outcome;
import org.zhuxi.carbon.StatementDocument.Simulation;
import org.zhuxi.carbon.method.Model;

/** Turns what has been checked into the document of a statement: the same input, factors and seed give the same document. */
@Component
public class Reckoner {

    /** As many draws as the IPCC guidelines ask for (2006 V1 3.2.3.2). */
    static final int DRAWS = 10_000;

    private static final int GRAMS = 3;
    private static final Set<Line> TREATED =
            EnumSet.of(Line.FOOD_COMPOSTED, Line.GARDEN_COMPOSTED, Line.FOOD_DIGESTED, Line.FOOD_PREVENTED);

    private final FactorBook book;

    Reckoner(FactorBook book) {
        this.book = book;
    }

    /** With factors of the library. @throws org.zhuxi.carbon.CarbonRefused when a version of a factor is unknown */
    public StatementDocument reckon(Checked checked, long seed) {
        var statement = checked.statement();
        return reckon(checked, UsedFactors.of(book, statement.versions(), checked.year()), seed);
    }

    /** A document reckoned again from its own inputs, factor values and seed. */
    public StatementDocument again(StatementDocument document) {
        var checked = new Checked(
                asked(document), document.place(), document.placeName(), yearOf(document), document.inputs());
        return reckon(
                checked,
                UsedFactors.of(document),
                Long.parseLong(document.simulation().seed()));
    }

    /** What a document was asked for. */
    static NewStatement asked(StatementDocument document) {
        return new NewStatement(
                document.place(),
                document.period(),
                document.scope(),
                document.process(),
                document.horizon(),
                document.gwp(),
                document.climate(),
                document.baseline(),
                document.grid(),
                List.of(),
                document.versions(),
                null,
                document.note());
    }

    static int yearOf(StatementDocument document) {
        return Integer.parseInt(document.period().substring(0, 4));
    }

    private static StatementDocument reckon(Checked checked, UsedFactors factors, long seed) {
        var statement = checked.statement();
        var terms = new Terms(statement, statement.baseline(), factors, checked.year(), checked.inputs());
        var compared = new Terms(statement, BaselineMix.allBuried(), factors, checked.year(), checked.inputs());
        var model = terms.model();
        return new StatementDocument(
                StatementDocument.SCHEMA,
                checked.code(),
                checked.place(),
                statement.period(),
                statement.scope(),
                statement.process(),
                statement.horizon(),
                statement.gwp(),
                statement.climate(),
                statement.baseline(),
                statement.grid(),
                statement.versions(),
                statement.note(),
                checked.inputs(),
                factors.list(),
                opened(terms, model),
                outcome(model, seed),
                outcome(compared.model(), seed),
                treated(checked.inputs()),
                new Simulation(Model.GENERATOR, Long.toString(seed), DRAWS));
    }

    private static List<OpenedTerm> opened(Terms terms, Model model) {
        var opened = new ArrayList<OpenedTerm>();
        var parts = model.parts();
        for (var i = 0; i < parts.size(); i++) {
            var piece = terms.pieces().get(i);
            opened.add(new OpenedTerm(
                    piece.input(),
                    piece.year(),
                    piece.part(),
                    piece.share(),
                    piece.formula(),
                    rounded(parts.get(i), RoundingMode.FLOOR)));
        }
        return opened;
    }

    /** Value, interval by simulation and by error propagation. */
    static Outcome outcome(Model model, long seed) {
        var interval = model.simulate(DRAWS, seed);
        return new Outcome(
                rounded(model.value(), RoundingMode.FLOOR),
                rounded(interval.low(), RoundingMode.FLOOR),
                rounded(interval.high(), RoundingMode.CEILING),
                rounded(model.propagated(), RoundingMode.CEILING));
    }

    private static BigDecimal treated(List<Input> inputs) {
        return inputs.stream()
                .filter(input -> TREATED.contains(input.line()))
                .map(Input::base)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal rounded(double kilograms, RoundingMode mode) {
        return BigDecimal.valueOf(kilograms).setScale(GRAMS, mode);
    }
}
