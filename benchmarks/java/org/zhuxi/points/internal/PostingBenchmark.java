package org.zhuxi.points.internal;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhuxi.benchmarks.ProcessorTime;
import org.zhuxi.benchmarks.Scratch;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.HouseholdRef;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.place.Community;
import org.zhuxi.place.Household;
import org.zhuxi.platform.database.GroupCommit;
import org.zhuxi.points.PostingKind;
import org.zhuxi.points.Verdict;
import org.zhuxi.transparency.Journal;

/**
 * How many rewards a second reach the disk: through the ledger's group commit, one by one with the same code, and as rows
 * that are only copied. All three take turns in short slices, so that a busy neighbour disturbs them alike.
 *
 * <p>Arguments: seconds a slice (2), rounds (3), requests in flight (1,8,32,256,2048).
 */
public final class PostingBenchmark {

    private static final int HOUSEHOLDS = 100_000;
    private static final int WRITERS = 2;
    private static final int WARM_UPS = 4;
    private static final int MOST_CONNECTIONS = 32;
    private static final int COPIED_AT_ONCE = 2_000;

    /** Another database of the same server for what is only copied, so that the ledger's tables hold no row but its own. */
    private static final String TWIN = "twin";

    private static final LocalDate TODAY = LocalDate.now(OneZone.ZONE);
    private static final MeterRegistry METERS = new SimpleMeterRegistry();
    private static final CommunityId COMMUNITY = new CommunityId(1);

    private final DataSource source;
    private final DataSource twin;
    private final Path data;
    private final LedgerBatch ledger;
    private final TransactionTemplate transactions;
    private final TransactionTemplate twinTransactions;
    private final HouseholdRef[] households;
    private final Clock clock = Clock.systemUTC();

    private enum Contestant {
        ENGINE("group commit"),
        ONE_BY_ONE("one row, one transaction"),
        COPY("raw COPY of the same rows");

        private final String label;

        Contestant(String label) {
            this.label = label;
        }
    }

    /**
     * @param nanos how long each request took; empty when that means nothing
     * @param cost of one posting
     */
    private record Slice(double perSecond, long[] nanos, ProcessorTime cost) {}

    /** @param nanos how long each request took; empty when that means nothing */
    private record Work(long done, long took, long[] nanos) {}

    private PostingBenchmark(DataSource source, DataSource twin, Path data) {
        this.source = source;
        this.twin = twin;
        this.data = data;
        var template = new JdbcTemplate(source);
        var manager = new JdbcTransactionManager(source);
        this.transactions = new TransactionTemplate(manager);
        this.twinTransactions = new TransactionTemplate(new JdbcTransactionManager(twin));
        this.ledger = new LedgerBatch(
                new AccountOpening(template, manager),
                new LedgerReader(template),
                new LedgerWriter(template, source, Journal.NONE, new LedgerMeters(METERS)),
                new OneZone(),
                clock);
        this.households = IntStream.range(0, HOUSEHOLDS)
                .mapToObj(i -> new HouseholdRef(COMMUNITY, UUID.randomUUID()))
                .toArray(HouseholdRef[]::new);
    }

    public static void main(String[] arguments) throws IOException {
        var seconds = arguments.length > 0 ? Double.parseDouble(arguments[0]) : 2;
        var rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 3;
        var depths = arguments.length > 2 ? arguments[2] : "1,8,32,256,2048";
        try (var scratch = Scratch.make();
                var postgres = server(scratch.folder());
                var pool = pool(postgres, "postgres", MOST_CONNECTIONS + 4);
                var twin = pool(postgres, TWIN, 4)) {
            new JdbcTemplate(pool).execute("create database " + TWIN);
            migrate(pool);
            migrate(twin);
            var benchmark = new PostingBenchmark(pool, twin, scratch.folder());
            benchmark.openAccounts();
            benchmark.run(
                    Duration.ofMillis((long) (seconds * 1_000)),
                    rounds,
                    List.of(depths.split(",")).stream().map(Integer::valueOf).toList());
        }
    }

    private static void migrate(DataSource source) {
        Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/migration/points")
                .load()
                .migrate();
    }

    private static EmbeddedPostgres server(Path directory) throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(directory)
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("shared_buffers", "256MB")
                .setServerConfig("max_wal_size", "4GB")
                .setServerConfig("min_wal_size", "1GB")
                .setServerConfig("wal_init_zero", "off")
                .setServerConfig("max_connections", "60")
                .setServerConfig("jit", "off")
                .start();
    }

    private static HikariDataSource pool(EmbeddedPostgres postgres, String database, int connections) {
        var pool = new HikariDataSource();
        pool.setJdbcUrl(postgres.getJdbcUrl("postgres", database));
        pool.setMaximumPoolSize(connections);
        return pool;
    }

    private void openAccounts() {
        for (var from = 0; from < HOUSEHOLDS; from += 5_000) {
            var orders = new ArrayList<Order>();
            for (var i = from; i < from + 5_000; i++) {
                orders.add(order(households[i]));
            }
            transactions.executeWithoutResult(status -> ledger.post(orders));
        }
    }

    private void run(Duration slice, int rounds, List<Integer> depths) {
        System.out.println(
                "| in flight | contestant | postings/s (median, range) | p50 ms | p99 ms | database µs | program µs | of COPY | × one by one |");
        System.out.println("|---|---|---|---|---|---|---|---|---|");
        for (var contestant : Contestant.values()) {
            for (var warmUp = 0; warmUp < WARM_UPS; warmUp++) {
                measure(contestant, depths.getLast(), slice);
            }
        }
        // as on a server that has run for a while, files of the write-ahead log are there to be used again
        new JdbcTemplate(source).execute("checkpoint");
        for (var depth : depths) {
            var slices = new EnumMap<Contestant, List<Slice>>(Contestant.class);
            for (var round = 0; round < rounds; round++) {
                for (var contestant : inRandomOrder(round)) {
                    slices.computeIfAbsent(contestant, key -> new ArrayList<>()).add(measure(contestant, depth, slice));
                }
            }
            report(depth, slices);
        }
    }

    private static List<Contestant> inRandomOrder(int round) {
        var order = new ArrayList<>(List.of(Contestant.values()));
        Collections.shuffle(order, new Random(round));
        return order;
    }

    private Slice measure(Contestant contestant, int depth, Duration slice) {
        var before = ProcessorTime.now(data);
        var work = work(contestant, depth, slice);
        var cost = ProcessorTime.now(data).since(before, work.done());
        return new Slice(work.done() * 1e9 / work.took(), work.nanos(), cost);
    }

    private Work work(Contestant contestant, int depth, Duration slice) {
        return switch (contestant) {
            case ENGINE -> engine(depth, slice);
            case ONE_BY_ONE -> oneByOne(Math.min(depth, MOST_CONNECTIONS), slice);
            case COPY -> copy(slice);
        };
    }

    private Work engine(int depth, Duration slice) {
        var settings = new GroupCommit.Settings("benchmark", WRITERS, 4_000, 100_000, Duration.ofSeconds(10));
        try (var writers = new GroupCommit<Order, Verdict>(settings, transactions, METERS, ledger::post)) {
            var run = new Run(slice);
            for (var i = 0; i < depth; i++) {
                send(writers, run);
            }
            return run.await(depth);
        }
    }

    /** Each request that is answered is followed by the next, so that always the same number is in flight. */
    private void send(GroupCommit<Order, Verdict> writers, Run run) {
        var household = anyHousehold();
        var since = System.nanoTime();
        writers.submit(household.id().hashCode(), order(household)).thenAccept(verdict -> {
            if (run.answered(since)) {
                send(writers, run);
            }
        });
    }

    private Work oneByOne(int callers, Duration slice) {
        var run = new Run(slice);
        for (var i = 0; i < callers; i++) {
            Thread.ofVirtual().start(() -> {
                var goesOn = true;
                while (goesOn) {
                    var since = System.nanoTime();
                    var order = order(anyHousehold());
                    transactions.executeWithoutResult(status -> ledger.post(List.of(order)));
                    goesOn = run.answered(since);
                }
            });
        }
        return run.await(callers);
    }

    private Work copy(Duration slice) {
        var rows = new ArrayList<Posting>();
        var until = System.nanoTime() + slice.toNanos();
        var since = System.nanoTime();
        var copied = 0L;
        while (System.nanoTime() < until) {
            rows.clear();
            for (var i = 0; i < COPIED_AT_ONCE; i++) {
                rows.add(row(order(anyHousehold())));
            }
            twinTransactions.executeWithoutResult(
                    status -> PostingRows.copy(rows, clock.instant(), 0).send(twin));
            copied += COPIED_AT_ONCE;
        }
        return new Work(copied, System.nanoTime() - since, new long[0]);
    }

    private static Posting row(Order.Award order) {
        var terms = order.terms();
        var details = new Posting.Details(terms.businessDay(), terms.expiresOn(), terms.rule(), order.cause());
        return new Posting(
                order.key(),
                order.household(),
                true,
                Counter.ISSUING,
                order.kind(),
                order.points(),
                details,
                null,
                order.fingerprint(),
                Instant.EPOCH,
                order.key(),
                10);
    }

    private HouseholdRef anyHousehold() {
        return households[ThreadLocalRandom.current().nextInt(HOUSEHOLDS)];
    }

    private static Order.Award order(HouseholdRef household) {
        var activity = cheapId();
        // no limit is ever reached, so that every request becomes a row; it is kept count of all the same
        var rule = new Order.RuleUse(1, 1, 1_000_000L);
        return new Order.Award(
                cheapId(),
                household,
                PostingKind.REWARD,
                2,
                new Order.Terms(TODAY, TODAY.plusMonths(12), rule, true),
                new Order.Cause(activity, null, null));
    }

    /** In time order as real ids are, but made without the cost of secure randomness, which is the client's. */
    private static UUID cheapId() {
        var random = ThreadLocalRandom.current();
        var most = (System.currentTimeMillis() << 16) | 0x7000L | (random.nextLong() & 0x0FFFL);
        return new UUID(most, (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L);
    }

    private static void report(int depth, Map<Contestant, List<Slice>> slices) {
        var copy = median(of(Contestant.COPY, slices));
        var single = median(of(Contestant.ONE_BY_ONE, slices));
        for (var contestant : Contestant.values()) {
            var own = of(contestant, slices);
            var median = median(own);
            System.out.printf(
                    Locale.ROOT,
                    "| %,d | %s | %,.0f (%,.0f–%,.0f) | %s | %s | %.1f | %.1f | %.2f | %.1f |%n",
                    depth,
                    contestant.label,
                    median,
                    own.stream().mapToDouble(Slice::perSecond).min().orElse(0),
                    own.stream().mapToDouble(Slice::perSecond).max().orElse(0),
                    millis(own, 0.5),
                    millis(own, 0.99),
                    mean(own, ProcessorTime::databaseMicros),
                    mean(own, ProcessorTime::programMicros),
                    median / copy,
                    median / single);
        }
    }

    private static List<Slice> of(Contestant contestant, Map<Contestant, List<Slice>> slices) {
        return Objects.requireNonNull(slices.get(contestant));
    }

    private static double median(List<Slice> slices) {
        var sorted = slices.stream().mapToDouble(Slice::perSecond).sorted().toArray();
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }

    private static double mean(List<Slice> slices, ToDoubleFunction<ProcessorTime> part) {
        return slices.stream()
                .mapToDouble(slice -> part.applyAsDouble(slice.cost()))
                .average()
                .orElseThrow();
    }

    private static String millis(List<Slice> slices, double share) {
        var all = slices.stream()
                .flatMapToLong(slice -> Arrays.stream(slice.nanos()))
                .sorted()
                .toArray();
        return all.length == 0 ? "–" : "%.2f".formatted(all[(int) ((all.length - 1) * share)] / 1e6);
    }

    /** Counts answers until the slice is over, and waits for those still under way. */
    private static final class Run {

        private static final int MOST_ANSWERS = 4_000_000;

        private final long began = System.nanoTime();
        private final long until;
        private final AtomicLong answers = new AtomicLong();
        private final AtomicLong stopped = new AtomicLong();
        private final long[] nanos = new long[MOST_ANSWERS];

        Run(Duration slice) {
            this.until = began + slice.toNanos();
        }

        /** Answers whether to go on. */
        boolean answered(long since) {
            var now = System.nanoTime();
            nanos[(int) answers.getAndIncrement()] = now - since;
            if (now >= until) {
                stopped.incrementAndGet();
                return false;
            }
            return true;
        }

        Work await(int inFlight) {
            while (stopped.get() < inFlight) {
                LockSupport.parkNanos(1_000_000);
            }
            var count = (int) answers.get();
            return new Work(count, System.nanoTime() - began, Arrays.copyOf(nanos, count));
        }
    }

    private static final class OneZone implements Communities {

        private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

        @Override
        public ZoneId zoneOf(CommunityId community) {
            return ZONE;
        }

        @Override
        public Map<UUID, CommunityId> communitiesOfHouseholds(Collection<UUID> ids) {
            return Map.of();
        }

        @Override
        public Map<UUID, Household> findHouseholds(Collection<HouseholdRef> asked) {
            return Map.of();
        }

        @Override
        public Community getCommunity(CommunityId community) {
            throw new IllegalArgumentException("Not known: " + community);
        }

        @Override
        public List<Community> communitiesAt(PlacePath path) {
            return List.of();
        }
    }
}
