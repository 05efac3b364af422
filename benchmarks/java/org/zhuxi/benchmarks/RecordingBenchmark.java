package org.zhuxi.benchmarks;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhuxi.kernel.Ids;
import org.zhuxi.platform.database.BinaryCopy;
import org.zhuxi.testing.Owner;
import org.zhuxi.testing.World;

/**
 * How many drops a second go the whole way: HTTP, JSON, screening, records, totals, points, disk. The real program runs
 * with its embedded, flushing server; clients on the same machine send batches by bearer token. In the same run, in turns:
 * batches of 200, single drops, and a raw COPY of the same two rows a drop.
 *
 * <p>Arguments: seconds a slice (4), rounds (3), batches in flight (1,8,32).
 */
public final class RecordingBenchmark {

    private static final int HOUSEHOLDS = 4_000;
    private static final int BATCH = 200;
    private static final int COPIED_AT_ONCE = 1_000;
    private static final UUID NOBODY = new UUID(0, 1);

    private final DropClients clients;
    private final World.Made world;
    private final DataSource database;
    private final TransactionTemplate transactions;

    private RecordingBenchmark(ConfigurableApplicationContext program) {
        this.world = program.getBean(World.class).make(HOUSEHOLDS);
        this.clients = new DropClients(program, world);
        this.database = program.getBean(DataSource.class);
        this.transactions = program.getBean(TransactionTemplate.class);
        makeTwins(Owner.of(program.getBean(FlywayConnectionDetails.class)));
    }

    public static void main(String[] arguments) throws Exception {
        var seconds = arguments.length > 0 ? Double.parseDouble(arguments[0]) : 4;
        var rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 3;
        var depths = arguments.length > 2
                ? Arrays.stream(arguments[2].split(",")).map(Integer::parseInt).toList()
                : List.of(1, 8, 32);
        try (var data = Scratch.make();
                var program = data.run(World.class)) {
            new RecordingBenchmark(program).run(Duration.ofMillis((long) (seconds * 1_000)), rounds, depths);
        }
    }

    private void run(Duration slice, int rounds, List<Integer> depths) throws InterruptedException {
        send(slice.multipliedBy(2), 8, BATCH); // warm up
        System.out.println("| in flight | contestant | drops/s (median, range) | p50 ms | p99 ms | of COPY |");
        System.out.println("|---|---|---|---|---|---|");
        for (int depth : depths) {
            var batches = new ArrayList<Result>();
            var singles = new ArrayList<Result>();
            var copies = new ArrayList<Result>();
            for (var round = 0; round < rounds; round++) {
                batches.add(send(slice, depth, BATCH));
                singles.add(send(slice, depth, 1));
                copies.add(copy(slice));
            }
            var limit = median(copies);
            print(depth, "batches of " + BATCH, batches, limit);
            print(depth, "single drops", singles, limit);
            print(depth, "raw COPY of the same rows", copies, limit);
        }
    }

    private record Result(double perSecond, double p50Millis, double p99Millis) {}

    private Result send(Duration slice, int inFlight, int batch) throws InterruptedException {
        var begin = System.nanoTime();
        var sent = clients.send(slice, inFlight, batch);
        return result(sent.drops(), System.nanoTime() - begin, sent.nanos());
    }

    /** Twins of both tables with the same indexes, and nothing else at work on them. */
    private static void makeTwins(JdbcClient owner) {
        owner.sql("create table if not exists activity.copied_activity (like activity.activity including all)")
                .update();
        owner.sql("create table if not exists points.copied_posting (like points.posting including all)")
                .update();
    }

    /** Copies the two rows of a drop into the twins, a thousand drops a commit. */
    private Result copy(Duration slice) {
        var begin = System.nanoTime();
        long drops = 0;
        while (System.nanoTime() - begin < slice.toNanos()) {
            transactions.executeWithoutResult(status -> copyOnce());
            drops += COPIED_AT_ONCE;
        }
        return result(drops, System.nanoTime() - begin, List.of());
    }

    private void copyOnce() {
        var records = new BinaryCopy(
                "activity.copied_activity",
                "community_id",
                "id",
                "kind",
                "place_path",
                "household_id",
                "occurred_at",
                "local_date",
                "quantities",
                "grade",
                "evidence_count",
                "recorded_by",
                "recorded_at",
                "state",
                "verified_by",
                "content_hash",
                "origin");
        var postings = new BinaryCopy(
                "points.copied_posting",
                "community_id",
                "id",
                "debit",
                "credit",
                "points",
                "kind",
                "rule_number",
                "rule_version",
                "business_day",
                "posted_at",
                "expires_on",
                "cause",
                "fingerprint",
                "credit_previous",
                "credit_balance");
        var now = Instant.now();
        var today = LocalDate.now(ZoneOffset.UTC);
        var community = world.community().value();
        for (var i = 0; i < COPIED_AT_ONCE; i++) {
            var id = Ids.next();
            var household = clients.household().id();
            records.row()
                    .integer(community)
                    .uuid(id)
                    .text("waste.drop.kitchen")
                    .text(world.path().value())
                    .uuid(household)
                    .instant(now)
                    .date(today)
                    .jsonb("{\"mass\":1.2}")
                    .text("A")
                    .smallint(0)
                    .uuid(household)
                    .instant(now)
                    .text("VERIFIED")
                    .text("SAMPLE")
                    .bytea(new byte[32])
                    .text("RECORDED");
            postings.row()
                    .integer(community)
                    .uuid(id)
                    .uuid(NOBODY)
                    .uuid(household)
                    .bigint(2L)
                    .smallint(1)
                    .smallint(1)
                    .smallint(1)
                    .date(today)
                    .instant(now)
                    .date(today)
                    .uuid(id)
                    .bigint(7L)
                    .uuid(id)
                    .bigint(2L);
        }
        records.send(database);
        postings.send(database);
    }

    private static Result result(long count, long nanos, List<Long> sorted) {
        return new Result(count * 1e9 / nanos, at(sorted, 0.50), at(sorted, 0.99));
    }

    private static double at(List<Long> sorted, double share) {
        return sorted.isEmpty() ? Double.NaN : sorted.get((int) (share * (sorted.size() - 1))) / 1e6;
    }

    private static double median(List<Result> results) {
        return results.stream()
                .mapToDouble(Result::perSecond)
                .sorted()
                .skip(results.size() / 2)
                .findFirst()
                .orElseThrow();
    }

    private static void print(int depth, String contestant, List<Result> results, double limit) {
        var rates = results.stream().mapToDouble(Result::perSecond).sorted().toArray();
        System.out.printf(
                "| %,d | %s | %,.0f (%,.0f–%,.0f) | %s | %s | %.2f |%n",
                depth,
                contestant,
                median(results),
                rates[0],
                rates[rates.length - 1],
                millis(results, Result::p50Millis),
                millis(results, Result::p99Millis),
                median(results) / limit);
    }

    private static String millis(List<Result> results, java.util.function.ToDoubleFunction<Result> which) {
        var middle = results.stream()
                .mapToDouble(which)
                .sorted()
                .skip(results.size() / 2)
                .findFirst()
                .orElse(Double.NaN);
        return Double.isNaN(middle) ? "–" : "%.1f".formatted(middle);
    }
}
