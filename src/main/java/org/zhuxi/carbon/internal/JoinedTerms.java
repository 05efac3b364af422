package org.zhuxi.carbon.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.zhuxi.carbon.BaselineMix;
import org.zhuxi.carbon.StatementDocument;
import org.zhuxi.carbon.StatementDocument.UsedFactor;
import org.zhuxi.carbon.method.Formula;
import org.zhuxi.carbon.method.Model;
import org.zhuxi.carbon.method.Term;
import org.zhuxi.carbon.method.Variable;

/** The terms of several documents on common factors. The same factor in the same version is one variable; amounts never are. */
final class JoinedTerms {

    private final List<Variable> amounts = new ArrayList<>();
    private final Map<String, UsedFactor> factors = new LinkedHashMap<>();
    private final List<Term> terms = new ArrayList<>();
    private final Map<Formula, Formula> known = new LinkedHashMap<>();
    private int documents;

    /** @param mix what the waste is held against */
    void add(StatementDocument document, BaselineMix mix) {
        var used = UsedFactors.of(document);
        var added = new Terms(Reckoner.asked(document), mix, used, Reckoner.yearOf(document), document.inputs());
        var codes = document.factors().stream().collect(Collectors.toMap(UsedFactor::code, JoinedTerms::versioned));
        document.factors().forEach(this::keep);
        var prefix = documents++ + ".";
        added.amounts().forEach(it -> amounts.add(new Variable(prefix + it.code(), it.value(), it.spread())));
        added.pieces()
                .forEach(piece -> terms.add(new Term(
                        prefix + piece.term().amount(),
                        piece.term().share(),
                        shared(piece.term().formula(), codes))));
    }

    private static String versioned(UsedFactor factor) {
        return factor.code() + "@" + factor.version();
    }

    private void keep(UsedFactor factor) {
        var code = versioned(factor);
        var before = factors.putIfAbsent(code, factor);
        if (before != null && !before.equals(factor)) {
            throw new IllegalStateException("Two values of one version of a factor: " + code);
        }
    }

    private Formula shared(Formula formula, Map<String, String> codes) {
        UnaryOperator<String> renamed = code -> java.util.Objects.requireNonNull(codes.get(code));
        var decay = formula.decay();
        var common = new Formula(
                formula.constant(),
                formula.factors().stream().map(renamed).toList(),
                formula.complements().stream().map(renamed).toList(),
                decay == null ? null : new Formula.Decay(renamed.apply(decay.rate()), decay.after(), decay.years()));
        return known.computeIfAbsent(common, one -> one);
    }

    List<UsedFactor> factors() {
        return List.copyOf(factors.values());
    }

    Model model() {
        var shared = factors.entrySet().stream()
                .map(it -> new Variable(
                        it.getKey(),
                        it.getValue().value().doubleValue(),
                        Spreads.parse(it.getValue().spread())));
        return new Model(Stream.concat(amounts.stream(), shared).toList(), terms);
    }
}
