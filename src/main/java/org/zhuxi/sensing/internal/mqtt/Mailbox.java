package org.zhuxi.sensing.internal.mqtt;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;

/** Does what is put into it one after the other: what came while some was being done is done next, together. */
final class Mailbox<T> {

    private final Executor executor;
    private final Consumer<List<T>> work;
    private List<T> waiting = new ArrayList<>();
    private boolean isBusy;

    /** @param work must not throw; called by one thread at a time */
    Mailbox(Executor executor, Consumer<List<T>> work) {
        this.executor = executor;
        this.work = work;
    }

    void add(T letter) {
        synchronized (this) {
            waiting.add(letter);
            if (isBusy) {
                return;
            }
            isBusy = true;
        }
        try {
            executor.execute(this::run);
        } catch (RejectedExecutionException stopping) {
            clear();
        }
    }

    private void run() {
        for (var next = next(); !next.isEmpty(); next = next()) {
            work.accept(next);
        }
    }

    private synchronized List<T> next() {
        var next = waiting;
        waiting = new ArrayList<>();
        isBusy = !next.isEmpty();
        return next;
    }

    /** How many wait, without those being done. */
    synchronized int size() {
        return waiting.size();
    }

    synchronized void clear() {
        waiting = new ArrayList<>();
    }
}
