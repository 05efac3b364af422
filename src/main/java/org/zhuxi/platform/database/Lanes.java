package org.zhuxi.platform.database;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Items that wait for writers, in as many lanes as there are writers. A lane is emptied by one writer at a time, so its items
 * are done in the order in which they came.
 *
 * <p>While few items wait one writer takes every lane that is free: a transaction costs as much as dozens of items in it, and
 * two small ones beside each other cost twice that. When many wait each writer takes a lane of its own.
 *
 * @param <T> an item
 */
final class Lanes<T> {

    /** Items at most that one writer takes from several lanes. */
    static final int FEW = 64;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition isWorthALook = lock.newCondition();
    private final List<Lane<T>> lanes;
    private final int capacity;
    private final int largestLoad;
    private boolean open = true;

    /**
     * @param capacity items at most that may wait in one lane
     * @param largestLoad items at most that a writer takes at once
     */
    Lanes(int count, int capacity, int largestLoad) {
        this.lanes = IntStream.range(0, count).mapToObj(i -> new Lane<T>()).toList();
        this.capacity = capacity;
        this.largestLoad = largestLoad;
    }

    private static final class Lane<T> {
        private final Queue<T> items = new ArrayDeque<>();
        private boolean isTaken;
    }

    /** What one writer took; the lanes stay its own until it gives them back. */
    static final class Load<T> {

        private final List<T> items = new ArrayList<>();
        private final List<Lane<T>> lanes;

        private Load(List<Lane<T>> lanes) {
            this.lanes = lanes;
        }

        List<T> items() {
            return items;
        }
    }

    /**
     * Answers false when the lane is full or nothing is taken any more.
     *
     * @param shard items of equal shard come into the same lane
     */
    boolean offer(int shard, T item) {
        lock.lock();
        try {
            var lane = lanes.get(Math.floorMod(shard, lanes.size()));
            if (!open || lane.items.size() >= capacity) {
                return false;
            }
            lane.items.add(item);
            if (!lane.isTaken) {
                isWorthALook.signal();
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** Waits for items; null when these lanes are closed and nothing is left that another writer has not taken. */
    @Nullable
    Load<T> take() {
        lock.lock();
        try {
            while (true) {
                var free = lanes.stream().filter(lane -> !lane.isTaken).toList();
                if (waiting(free) > 0) {
                    return load(free);
                }
                if (!open) {
                    return null;
                }
                isWorthALook.awaitUninterruptibly();
            }
        } finally {
            lock.unlock();
        }
    }

    private Load<T> load(List<Lane<T>> free) {
        var few = waiting(free) <= Math.min(FEW, largestLoad);
        var load = new Load<>(few ? free : List.of(fullest(free)));
        for (var lane : load.lanes) {
            lane.isTaken = true;
            while (!lane.items.isEmpty() && load.items.size() < largestLoad) {
                load.items.add(lane.items.remove());
            }
        }
        if (!few && free.size() > 1) {
            isWorthALook.signal();
        }
        return load;
    }

    private static <T> Lane<T> fullest(List<Lane<T>> lanes) {
        return lanes.stream()
                .max(Comparator.comparingInt(lane -> lane.items.size()))
                .orElseThrow();
    }

    /** The writer that gives lanes back looks again itself, so nobody else needs to be woken. */
    void giveBack(Load<T> load) {
        lock.lock();
        try {
            load.lanes.forEach(lane -> lane.isTaken = false);
        } finally {
            lock.unlock();
        }
    }

    int waiting() {
        lock.lock();
        try {
            return waiting(lanes);
        } finally {
            lock.unlock();
        }
    }

    private static <T> int waiting(List<Lane<T>> lanes) {
        return lanes.stream().mapToInt(lane -> lane.items.size()).sum();
    }

    /** Nothing new is taken; what waits is still done. */
    void close() {
        lock.lock();
        try {
            open = false;
            isWorthALook.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
