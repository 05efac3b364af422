package org.zhuxi.sensing.internal.store;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.zhuxi.kernel.Ids;
import org.zhuxi.platform.database.GroupCommit;

/** Takes observations: those that wait at the same moment share one transaction. Observations of one stream keep their order. */
@Component
public class Observations implements AutoCloseable {

    private static final GroupCommit.Settings SETTINGS =
            new GroupCommit.Settings("sensing", 2, 500, 20_000, Duration.ofSeconds(20));
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    private final ObservationStore store;
    private final Partitions partitions;
    private final GroupCommit<ObservationStore.Item, Long> commits;

    Observations(
            ObservationStore store, Partitions partitions, TransactionOperations transactions, MeterRegistry meters) {
        this.store = store;
        this.partitions = partitions;
        this.commits = new GroupCommit<>(SETTINGS, transactions, meters, store::write);
    }

    /** An observation of a stream. */
    public record Given(long stream, NewObservation observation) {}

    /** Makes the tables for these times; best called before a transaction that itself keeps observations. */
    public void prepare(List<java.time.Instant> times) {
        partitions.prepare(times);
    }

    /**
     * Keeps observations and answers when they are kept: at once in a running transaction, else together with whatever waits.
     *
     * @return their ids in the order given; 0 where the stream is gone
     */
    public List<Long> keep(List<Given> given) {
        var byStream = new LinkedHashMap<Long, List<Integer>>();
        for (var i = 0; i < given.size(); i++) {
            byStream.computeIfAbsent(given.get(i).stream(), any -> new ArrayList<>())
                    .add(i);
        }
        var items = byStream.entrySet().stream()
                .map(entry -> new ObservationStore.Item(
                        Ids.next(),
                        entry.getKey(),
                        entry.getValue().stream()
                                .map(index -> given.get(index).observation())
                                .toList()))
                .toList();
        return spread(given.size(), byStream, firsts(given, items));
    }

    /**
     * Hands an observation over without waiting for it.
     *
     * @return its id once it is kept, 0 when the stream is gone; it fails with {@link GroupCommit.Unavailable} when it was not taken
     */
    public CompletableFuture<Long> submit(Given given) {
        partitions.prepare(List.of(given.observation().start()));
        var item = new ObservationStore.Item(Ids.next(), given.stream(), List.of(given.observation()));
        return commits.submit((int) given.stream(), item);
    }

    private List<Long> firsts(List<Given> given, List<ObservationStore.Item> items) {
        partitions.prepare(given.stream().map(one -> one.observation().start()).toList());
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            return store.write(items);
        }
        return items.stream().map(item -> commits.submit((int) item.stream(), item)).toList().stream()
                .map(Observations::await)
                .toList();
    }

    private static List<Long> spread(int size, Map<Long, List<Integer>> byStream, List<Long> firsts) {
        var ids = new Long[size];
        var item = 0;
        for (var indexes : byStream.values()) {
            long first = firsts.get(item++);
            for (var i = 0; i < indexes.size(); i++) {
                ids[indexes.get(i)] = first == 0 ? 0 : first + i;
            }
        }
        return List.of(ids);
    }

    private static long await(CompletableFuture<Long> future) {
        try {
            return future.get(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new IllegalStateException("It is not known yet whether the observations are kept", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("It is not known whether the observations are kept", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        commits.close();
    }
}
