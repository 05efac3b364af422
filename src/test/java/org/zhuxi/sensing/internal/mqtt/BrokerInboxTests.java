package org.zhuxi.sensing.internal.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.context.annotation.Import;
import org.springframework.dao.CannotAcquireLockException;
import org.zhuxi.sensing.Devices;
import org.zhuxi.sensing.internal.mqtt.BrokerClient.Delivery;
import org.zhuxi.sensing.internal.sta.StaArrivals;
import org.zhuxi.sensing.internal.store.Scribe;
import org.zhuxi.testing.World;
import org.zhuxi.testing.ZhuxiTest;
import tools.jackson.databind.json.JsonMapper;

/** What the program does when it stumbles over what came from an outside broker. */
@ZhuxiTest
@Import(World.class)
class BrokerInboxTests {

    private final BeanFactory beans;
    private final List<String> acknowledged = new CopyOnWriteArrayList<>();
    private final List<Integer> sizes = new CopyOnWriteArrayList<>();

    BrokerInboxTests(BeanFactory beans) {
        this.beans = beans;
    }

    @Test
    void aMessageThatMakesTheProgramStumbleIsTriedAloneAndTheOthersAreKept() throws Exception {
        work(List.of("first", "bad", "last"), bodies -> {
            if (bodies.contains("bad")) {
                throw new IllegalStateException("a fault");
            }
            return Outcome.TAKEN;
        });
        assertThat(acknowledged).containsExactly("first", "last");
        assertThat(sizes).startsWith(3, 1, 1, 1);
    }

    @Test
    void messagesStayTogetherAndCountNoFaultWhileTheDatabaseIsAway() throws Exception {
        work(List.of("first", "last"), bodies -> {
            if (sizes.size() < 2) {
                throw new CannotAcquireLockException("away");
            }
            return Outcome.TAKEN;
        });
        assertThat(acknowledged).containsExactly("first", "last");
        assertThat(sizes).containsExactly(2, 2);
    }

    /** Takes messages that came together, until the last one is acknowledged. */
    private void work(List<String> bodies, Function<List<String>, Outcome> taking) throws InterruptedException {
        var tasks = new ArrayList<Runnable>();
        var meters = beans.getBean(MqttMeters.class);
        var topics = new BrokerTopics(BrokerSettingsTests.settings("", ""), "https://zhuxi.example/", new JsonMapper());
        var visit = new Visit("token", false, new Scribe(World.founder(), false));
        var inbox = new BrokerInbox(() -> visit, arrivals(taking, meters), topics, meters, tasks::add);
        bodies.forEach(body -> inbox.put(delivery(body)));
        var worker = Thread.ofVirtual().start(tasks.getFirst());
        try {
            Bridges.await(() -> acknowledged.contains(bodies.getLast()));
        } finally {
            inbox.close();
            worker.join();
        }
    }

    private Delivery delivery(String body) {
        return new Delivery(
                "devices/EUI-1/readings",
                body.getBytes(StandardCharsets.UTF_8),
                false,
                true,
                () -> acknowledged.add(body));
    }

    private Arrivals arrivals(Function<List<String>, Outcome> taking, MqttMeters meters) {
        return new Arrivals(
                beans.getBean(StaArrivals.class),
                beans.getBean(Devices.class),
                new JsonMapper(),
                beans.getBean(Root.class),
                meters) {
            @Override
            List<Outcome> take(Visit visit, List<Letter.Publish> messages) {
                sizes.add(messages.size());
                var outcome = taking.apply(messages.stream()
                        .map(one -> new String(one.body(), StandardCharsets.UTF_8))
                        .toList());
                return Collections.nCopies(messages.size(), outcome);
            }
        };
    }
}
