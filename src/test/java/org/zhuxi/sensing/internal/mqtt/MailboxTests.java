package org.zhuxi.sensing.internal.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What comes while some is being done is done next, together and in order. */
class MailboxTests {

    @Test
    void keepsTheOrderAndDoesTogetherWhatWaited() throws Exception {
        var batches = new ArrayList<List<Integer>>();
        var begun = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var mailbox = new Mailbox<Integer>(executor, some -> {
                batches.add(List.copyOf(some));
                begun.countDown();
                await(goOn);
            });
            mailbox.add(0);
            await(begun);
            IntStream.range(1, 100).forEach(mailbox::add);
            goOn.countDown();
        }
        assertThat(batches).hasSize(2);
        assertThat(batches.stream().flatMap(List::stream))
                .containsExactlyElementsOf(IntStream.range(0, 100).boxed().toList());
    }

    @Test
    void losesNothingThatManyPutInAtOnce() throws Exception {
        var done = new ArrayList<Integer>();
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var mailbox = new Mailbox<Integer>(executor, done::addAll);
            var threads = IntStream.range(0, 4)
                    .mapToObj(number -> Thread.ofVirtual()
                            .start(() -> IntStream.range(0, 1_000).forEach(i -> mailbox.add(number * 1_000 + i))))
                    .toList();
            for (var thread : threads) {
                thread.join();
            }
        }
        assertThat(done).hasSize(4_000).doesNotHaveDuplicates();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
