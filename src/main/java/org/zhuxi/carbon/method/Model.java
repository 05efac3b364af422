package org.zhuxi.carbon.method;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * A sum of terms over uncertain inputs, with its 95 % interval by Monte Carlo (IPCC 2006 V1 chapter 3, approach 2) and by error
 * propagation (approach 1, to first order, with what terms share kept correlated). Formulas that are equal are reckoned once a draw,
 * so that a programme of a hundred sites costs little more than the drawing of its weights.
 */
public final class Model {

    /** Name of the generator; a seed means the same draws only together with it. */
    public static final String GENERATOR = "L64X128MixRandom";

    private static final double LOW = 0.025;
    private static final double HIGH = 0.975;
    private static final double STEP = 1e-4;

    private final List<Variable> variables;
    private final double[] values;
    private final Compiled[] formulas;
    private final int[] amountOf;
    private final int[] formulaOf;
    private final double[] shareOf;

    /** @throws IllegalArgumentException when a term names a variable that is not there, or two have one code */
    public Model(List<Variable> variables, List<Term> terms) {
        this.variables = List.copyOf(variables);
        this.values = variables.stream().mapToDouble(Variable::value).toArray();
        var index = indexed(variables);
        var distinct = new LinkedHashMap<Formula, Integer>();
        terms.forEach(term -> distinct.putIfAbsent(term.formula(), distinct.size()));
        this.formulas = distinct.keySet().stream()
                .map(formula -> Compiled.of(formula, index))
                .toArray(Compiled[]::new);
        this.amountOf =
                terms.stream().mapToInt(term -> found(index, term.amount())).toArray();
        this.formulaOf =
                terms.stream().mapToInt(term -> found(distinct, term.formula())).toArray();
        this.shareOf = terms.stream().mapToDouble(Term::share).toArray();
    }

    private static Map<String, Integer> indexed(List<Variable> variables) {
        var index = new HashMap<String, Integer>();
        for (var variable : variables) {
            if (index.put(variable.code(), index.size()) != null) {
                throw new IllegalArgumentException("Two variables of one code: " + variable.code());
            }
        }
        return index;
    }

    private static <T> int found(Map<T, Integer> index, T key) {
        var at = index.get(key);
        if (at == null) {
            throw new IllegalArgumentException("No such variable: " + key);
        }
        return at;
    }

    /** The result at the values given, in kg CO2e. */
    public double value() {
        return sum(values, new double[formulas.length]);
    }

    /** The parts of the result, in the order of the terms. */
    public List<Double> parts() {
        var rates = rates(values, new double[formulas.length]);
        var parts = new ArrayList<Double>();
        for (var i = 0; i < amountOf.length; i++) {
            parts.add(shareOf[i] * values[amountOf[i]] * rates[formulaOf[i]]);
        }
        return List.copyOf(parts);
    }

    /**
     * Draws all inputs so many times.
     *
     * @param seed the same seed gives the same interval to the last digit
     */
    public Interval simulate(int draws, long seed) {
        RandomGenerator random = RandomGeneratorFactory.of(GENERATOR).create(seed);
        var spreads = variables.stream().map(Variable::spread).toArray(Spread[]::new);
        var normals = normals(spreads);
        var results = new double[draws];
        var drawn = new double[values.length];
        var rates = new double[formulas.length];
        for (var draw = 0; draw < draws; draw++) {
            for (var i = 0; i < drawn.length; i++) {
                // nearly all are weights, whose errors are normal
                drawn[i] = normals[i] > 0
                        ? Spread.Normal.draw(values[i], normals[i], random)
                        : spreads[i].draw(values[i], random);
            }
            results[draw] = sum(drawn, rates);
        }
        var mean = Arrays.stream(results).average().orElse(0);
        Arrays.sort(results);
        return new Interval(mean, percentile(results, LOW), percentile(results, HIGH));
    }

    /** Deviations of normal inputs; 0 for any other. */
    private double[] normals(Spread[] spreads) {
        var deviations = new double[spreads.length];
        for (var i = 0; i < deviations.length; i++) {
            deviations[i] = spreads[i] instanceof Spread.Normal normal ? normal.deviation(values[i]) : 0;
        }
        return deviations;
    }

    private static double percentile(double[] sorted, double share) {
        var at = share * (sorted.length - 1);
        var below = (int) Math.floor(at);
        var above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
    }

    /** Half the 95 % interval by error propagation, in kg CO2e. */
    public double propagated() {
        var scratch = new double[formulas.length];
        var moved = values.clone();
        var squares = 0.0;
        for (var i = 0; i < values.length; i++) {
            var deviation = variables.get(i).spread().deviation(values[i]);
            if (deviation > 0) {
                var step = deviation * STEP;
                moved[i] = values[i] + step;
                var above = sum(moved, scratch);
                moved[i] = values[i] - step;
                var effect = (above - sum(moved, scratch)) / (2 * step) * deviation;
                moved[i] = values[i];
                squares += effect * effect;
            }
        }
        return Spread.Z_PERCENT / 100 * Math.sqrt(squares);
    }

    private double sum(double[] at, double[] rates) {
        rates(at, rates);
        var sum = 0.0;
        for (var i = 0; i < amountOf.length; i++) {
            sum += shareOf[i] * at[amountOf[i]] * rates[formulaOf[i]];
        }
        return sum;
    }

    private double[] rates(double[] at, double[] rates) {
        for (var i = 0; i < formulas.length; i++) {
            rates[i] = formulas[i].at(at);
        }
        return rates;
    }

    /** A formula on places in an array instead of codes. */
    private record Compiled(Formula formula, int[] factors, int[] complements, int rate) {

        static Compiled of(Formula formula, Map<String, Integer> index) {
            var decay = formula.decay();
            return new Compiled(
                    formula,
                    formula.factors().stream()
                            .mapToInt(code -> found(index, code))
                            .toArray(),
                    formula.complements().stream()
                            .mapToInt(code -> found(index, code))
                            .toArray(),
                    decay == null ? -1 : found(index, decay.rate()));
        }

        double at(double[] values) {
            var result = formula.constant();
            for (var factor : factors) {
                result *= values[factor];
            }
            for (var complement : complements) {
                result *= 1 - values[complement];
            }
            var decay = formula.decay();
            return decay == null ? result : result * decay.of(values[rate]);
        }
    }
}
