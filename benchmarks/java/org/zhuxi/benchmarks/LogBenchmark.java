package org.zhuxi.benchmarks;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Primary;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.testing.Owner;
import org.zhuxi.testing.World;
import org.zhuxi.transparency.Journal;
import org.zhuxi.transparency.internal.Sequencer;

/**
 * What the transparency log costs: the same program records the same drops over HTTP with the log and without it, in turns
 * within one run, the first one changing every round. With the log, the time until the last drop stands in the signed tree
 * counts as well. The indexes of rows outside the log are dropped, for a program without a log would not fill them.
 *
 * <p>Arguments: seconds a slice (4), rounds (9), batches in flight (1,8), drops a batch (200).
 */
public final class LogBenchmark {

    private static final int HOUSEHOLDS = 4_000;
    private static final Duration LONGEST_WARM_UP = Duration.ofMinutes(2);
    private static final double LITTLE_COMPILING = 0.02;

    private final DropClients clients;
    private final Sequencer sequencer;
    private final Switch log;
    private final int batch;
    private final Path database;

    /** What one slice did: drops per second, and processor time a drop. */
    private record Slice(double perSecond, ProcessorTime cost) {}

    /** The journal of the program, which can be silenced for a while. */
    @Primary
    static class Switch implements Journal {

        private final Journal real;
        private volatile Journal now;

        Switch(@Qualifier("org.zhuxi.transparency.internal.TransactionJournal") Journal real) {
            this.real = real;
            this.now = real;
        }

        void turn(boolean on) {
            now = on ? real : Journal.NONE;
        }

        @Override
        public long batch() {
            return now.batch();
        }

        @Override
        public void enter(CommunityId community, UUID id, Supplier<byte[]> row) {
            now.enter(community, id, row);
        }
    }

    private LogBenchmark(ConfigurableApplicationContext program, int batch, Path database) {
        this.clients = new DropClients(program, program.getBean(World.class).make(HOUSEHOLDS));
        this.sequencer = program.getBean(Sequencer.class);
        this.log = program.getBean(Switch.class);
        this.batch = batch;
        this.database = database;
        Owner.of(program.getBean(FlywayConnectionDetails.class))
                .sql(
                        "drop index activity.activity_outside_log, activity.verification_outside_log, points.posting_outside_log")
                .update();
    }

    public static void main(String[] arguments) throws Exception {
        var seconds = arguments.length > 0 ? Double.parseDouble(arguments[0]) : 4;
        var rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 9;
        var depths = Arrays.stream((arguments.length > 2 ? arguments[2] : "1,8").split(","))
                .map(Integer::parseInt)
                .toList();
        var batch = arguments.length > 3 ? Integer.parseInt(arguments[3]) : 200;
        try (var data = Scratch.make();
                var program = data.run(World.class, Switch.class)) {
            new LogBenchmark(program, batch, data.folder().resolve("postgres"))
                    .run(Duration.ofMillis((long) (seconds * 1_000)), rounds, depths);
        }
    }

    private void run(Duration slice, int rounds, List<Integer> depths) throws InterruptedException {
        warmUp(slice);
        System.out.println(
                "| in flight | drops a batch | with the log, drops/s | without | ratio ± standard error (median round, range) | µs a drop with, program + database | without |");
        System.out.println("|---|---|---|---|---|---|---|");
        for (int depth : depths) {
            var with = new ArrayList<Slice>();
            var without = new ArrayList<Slice>();
            for (var round = 0; round < rounds; round++) {
                var first = round % 2 == 0;
                (first ? with : without).add(send(slice, depth, first));
                (first ? without : with).add(send(slice, depth, !first));
            }
            var ratios = IntStream.range(0, rounds)
                    .mapToObj(i -> with.get(i).perSecond() / without.get(i).perSecond())
                    .sorted()
                    .toList();
            var logs = ratios.stream().mapToDouble(Math::log).summaryStatistics();
            var deviation = Math.sqrt(ratios.stream()
                            .mapToDouble(ratio -> Math.pow(Math.log(ratio) - logs.getAverage(), 2))
                            .sum()
                    / (rounds - 1));
            System.out.printf(
                    "| %d | %d | %,.0f | %,.0f | %.3f ± %.3f (%.3f, %.3f–%.3f) | %.1f + %.1f | %.1f + %.1f |%n",
                    depth,
                    batch,
                    median(with, Slice::perSecond),
                    median(without, Slice::perSecond),
                    Math.exp(logs.getAverage()),
                    deviation / Math.sqrt(rounds),
                    ratios.get(rounds / 2),
                    ratios.getFirst(),
                    ratios.getLast(),
                    median(with, one -> one.cost().programMicros()),
                    median(with, one -> one.cost().databaseMicros()),
                    median(without, one -> one.cost().programMicros()),
                    median(without, one -> one.cost().databaseMicros()));
        }
    }

    /** In turns like the slices that count, until the compiler has little left to do: it works beside whichever slice runs. */
    private void warmUp(Duration slice) throws InterruptedException {
        var compiler = ManagementFactory.getCompilationMXBean();
        var end = System.nanoTime() + LONGEST_WARM_UP.toNanos();
        while (System.nanoTime() < end) {
            var before = compiler.getTotalCompilationTime();
            send(slice, 8, true);
            send(slice, 8, false);
            if (compiler.getTotalCompilationTime() - before < LITTLE_COMPILING * 2 * slice.toMillis()) {
                return;
            }
        }
    }

    private static double median(List<Slice> slices, ToDoubleFunction<Slice> figure) {
        return slices.stream()
                .mapToDouble(figure)
                .sorted()
                .skip(slices.size() / 2)
                .findFirst()
                .orElseThrow();
    }

    private Slice send(Duration slice, int inFlight, boolean withLog) throws InterruptedException {
        log.turn(withLog);
        var before = ProcessorTime.now(database);
        var begin = System.nanoTime();
        var sent = clients.send(slice, inFlight, batch);
        if (withLog) {
            sequencer.round();
        }
        var seconds = (System.nanoTime() - begin) / 1e9;
        return new Slice(sent.drops() / seconds, ProcessorTime.now(database).since(before, sent.drops()));
    }
}
