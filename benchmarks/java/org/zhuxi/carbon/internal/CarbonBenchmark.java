package org.zhuxi.carbon.internal;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.zhuxi.carbon.Statement;
import org.zhuxi.carbon.StatementSum;
import org.zhuxi.carbon.method.LandfillMethane;
import org.zhuxi.carbon.method.PerYear;

/**
 * How long the statement of a programme takes (108 sites, 12 months), as its page reckons it: the documents of 1,296 published
 * statements to the finished sum, both results by 10,000 draws and by error propagation. And yearly decay for every community of the
 * country (117,000 × 20 years × 9 kinds of waste). Both on one thread.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 7, time = 3)
@Fork(1)
@Threads(1)
public class CarbonBenchmark {

    private static final int SITES = 108;
    private static final int MONTHS = 12;
    private static final int COMMUNITIES = 117_000;
    private static final int YEARS = 20;
    private static final double[] RATES = {0.06, 0.06, 0.185, 0.03, 0.1, 0.1, 0.03, 0.185, 0.185};
    private static final double[] CARBON = {0.4, 0.24, 0.15, 0.43, 0.2, 0.24, 0.39, 0.05, 0.09};

    /** Methane of all carbon in t CO2e per t: wet climate, managed landfill without gas collection. */
    private static final double COMMITMENT = 7.14;

    /** Every site has a climate and a baseline of its own, every month its weights. */
    @State(Scope.Benchmark)
    public static class Programme {

        private List<Statement> statements = List.of();

        @Setup
        public void publish() {
            statements = new SampleStatements().of(SITES, MONTHS);
        }
    }

    @Benchmark
    public StatementSum programmeStatement(Programme programme) {
        return SumReckoner.reckon(programme.statements);
    }

    /** Waste of every community and year in tonnes. */
    @State(Scope.Benchmark)
    public static class Country {

        private final double[][] tonnes = new double[COMMUNITIES][YEARS];

        @Setup
        public void fill() {
            var random = new SplittableRandom(1);
            for (var community : tonnes) {
                Arrays.setAll(community, year -> 100 + 900 * random.nextDouble());
            }
        }
    }

    @Benchmark
    public double firstOrderDecay(Country country) {
        var sum = 0.0;
        var emitted = new double[YEARS];
        for (var community : country.tonnes) {
            Arrays.fill(emitted, 0);
            for (var kind = 0; kind < RATES.length; kind++) {
                LandfillMethane.add(
                        COMMITMENT * CARBON[kind], new PerYear(RATES[kind]).decayedIn(1), community, emitted);
            }
            sum += emitted[YEARS - 1];
        }
        return sum;
    }

    public static void main(String[] arguments) throws RunnerException {
        new Runner(new OptionsBuilder()
                        .include(CarbonBenchmark.class.getSimpleName())
                        .build())
                .run();
    }
}
