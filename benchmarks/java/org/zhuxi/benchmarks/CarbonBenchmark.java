package org.zhuxi.benchmarks;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;
import org.zhuxi.carbon.method.Formula;
import org.zhuxi.carbon.method.LandfillMethane;
import org.zhuxi.carbon.method.Model;
import org.zhuxi.carbon.method.PerYear;
import org.zhuxi.carbon.method.Spread;
import org.zhuxi.carbon.method.Term;
import org.zhuxi.carbon.method.Variable;

/**
 * How long the statement of a programme takes (108 sites, 12 months, 10,000 draws of 1,296 weights and their shared factors), and
 * yearly decay for every community of the country (117,000 × 20 years × 9 kinds of waste); both on one thread. The processor time of
 * the thread tells it on a machine that is busy with other work as well.
 */
public final class CarbonBenchmark {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int WARM_UP = 5;
    private static final int ROUNDS = 15;
    private static final int DRAWS = 10_000;
    private static final int SITES = 108;
    private static final int MONTHS = 12;
    private static final int COMMUNITIES = 117_000;
    private static final int YEARS = 20;
    private static final double[] RATES = {0.06, 0.06, 0.185, 0.03, 0.1, 0.1, 0.03, 0.185, 0.185};
    private static final double[] CARBON = {0.4, 0.24, 0.15, 0.43, 0.2, 0.24, 0.39, 0.05, 0.09};
    private static final double NANOSECONDS = 1e6;

    private CarbonBenchmark() {}

    public static void main(String[] arguments) {
        System.out.println(
                "| measured | ms, median (range) of " + ROUNDS + " rounds | processor ms, median | result |");
        System.out.println("|---|---|---|---|");
        var programme = programme();
        measure("Monte Carlo, 108 sites × 12 months × 10,000 draws", () -> {
            var interval = programme.simulate(DRAWS, 1);
            return interval.high() - interval.low();
        });
        measure("error propagation of the same", programme::propagated);
        var tonnes = tonnes();
        measure("first-order decay, 117,000 communities × 20 years × 9 kinds", () -> decay(tonnes));
    }

    private static void measure(String what, DoubleSupplier work) {
        var result = 0.0;
        for (var i = 0; i < WARM_UP; i++) {
            result = work.getAsDouble();
        }
        var times = new double[ROUNDS];
        var processor = new double[ROUNDS];
        for (var i = 0; i < ROUNDS; i++) {
            var begin = System.nanoTime();
            var used = THREADS.getCurrentThreadCpuTime();
            result = work.getAsDouble();
            processor[i] = (THREADS.getCurrentThreadCpuTime() - used) / NANOSECONDS;
            times[i] = (System.nanoTime() - begin) / NANOSECONDS;
        }
        Arrays.sort(times);
        Arrays.sort(processor);
        System.out.printf(
                Locale.ROOT,
                "| %s | %.0f (%.0f–%.0f) | %.0f | %.3f |%n",
                what,
                times[ROUNDS / 2],
                times[0],
                times[ROUNDS - 1],
                processor[ROUNDS / 2],
                result);
    }

    /** Each site has a climate and a baseline of its own; every site and month has a weight of its own and six terms. */
    private static Model programme() {
        var variables = new ArrayList<>(List.of(
                new Variable("gwp.ch4", 28, Spread.EXACT),
                new Variable("gwp.n2o", 265, Spread.EXACT),
                new Variable("phi", 0.85, Spread.EXACT),
                new Variable("ox", 0.1, Spread.EXACT),
                new Variable("f", 0.5, new Spread.Normal(5)),
                new Variable("docf", 0.5, new Spread.Normal(20)),
                new Variable("mcf", 1, new Spread.Triangular(0.9, 1)),
                new Variable("doc", 0.15, new Spread.Triangular(0.08, 0.2)),
                new Variable("ch4", 4, new Spread.Lognormal(100)),
                new Variable("n2o", 0.24, new Spread.Lognormal(150)),
                new Variable("burnt.ch4", 0.0002, new Spread.Lognormal(100)),
                new Variable("burnt.n2o", 0.05, new Spread.Lognormal(100)),
                new Variable("grid", 0.5306, new Spread.Normal(5))));
        var climates = new double[][] {{0.06, 0.05, 0.08}, {0.185, 0.1, 0.2}, {0.085, 0.07, 0.1}, {0.4, 0.17, 0.7}};
        for (var i = 0; i < climates.length; i++) {
            var it = climates[i];
            variables.add(new Variable("k" + i, it[0], new Spread.Triangular(it[1], it[2])));
        }
        var terms = new ArrayList<Term>();
        for (var site = 0; site < SITES; site++) {
            var buried = (site % 10) / 10.0;
            for (var month = 0; month < MONTHS; month++) {
                var amount = "mass." + site + "." + month;
                variables.add(new Variable(amount, 200 + site + month, new Spread.Normal(2)));
                terms.add(new Term(amount, buried, decaying("k" + site % climates.length)));
                terms.add(new Term(amount, 1 - buried, Formula.product(0.001, "burnt.ch4", "gwp.ch4")));
                terms.add(new Term(amount, 1 - buried, Formula.product(0.001, "burnt.n2o", "gwp.n2o")));
                terms.add(new Term(amount, -1, Formula.product(0.001, "ch4", "gwp.ch4")));
                terms.add(new Term(amount, -1, Formula.product(0.001, "n2o", "gwp.n2o")));
                terms.add(new Term(amount, -0.01, Formula.product(1, "grid")));
            }
        }
        return new Model(variables, terms);
    }

    private static Formula decaying(String rate) {
        return new Formula(
                16.0 / 12,
                List.of("phi", "gwp.ch4", "f", "docf", "mcf", "doc"),
                List.of("ox"),
                new Formula.Decay(rate, 0, YEARS));
    }

    private static double[][] tonnes() {
        var random = new SplittableRandom(1);
        var tonnes = new double[COMMUNITIES][YEARS];
        for (var community : tonnes) {
            Arrays.setAll(community, year -> 100 + 900 * random.nextDouble());
        }
        return tonnes;
    }

    private static double decay(double[][] tonnes) {
        var sum = 0.0;
        var emitted = new double[YEARS];
        for (var community : tonnes) {
            Arrays.fill(emitted, 0);
            for (var kind = 0; kind < RATES.length; kind++) {
                LandfillMethane.add(7.14 * CARBON[kind], new PerYear(RATES[kind]).decayedIn(1), community, emitted);
            }
            sum += emitted[YEARS - 1];
        }
        return sum;
    }
}
