package org.zhuxi.sensing.internal.mqtt;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.handler.codec.mqtt.MqttMessageBuilders;
import io.netty.handler.codec.mqtt.MqttQoS;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Publishes to one client, not faster than it reads and acknowledges. */
final class Sender {

    private static final int MOST_NUMBERS = 65_535;

    private final Channel channel;
    private final int mostUnacknowledged;
    private final long patienceNanos;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition ready = lock.newCondition();
    private final Set<Integer> unacknowledged = new HashSet<>();
    private int number;

    Sender(Channel channel, MqttSettings settings) {
        this.channel = channel;
        this.mostUnacknowledged = Math.min(settings.unacknowledged(), MOST_NUMBERS / 2);
        this.patienceNanos = TimeUnit.SECONDS.toNanos(settings.patienceSeconds());
    }

    /** Waits until the client can take it. @return whether it was sent; false when the client is gone, or too slow */
    boolean publish(String topic, byte[] payload, int qos) throws InterruptedException {
        lock.lock();
        try {
            var left = patienceNanos;
            while (channel.isActive() && !isReady(qos)) {
                if (left <= 0) {
                    return false;
                }
                left = ready.awaitNanos(left);
            }
            if (!channel.isActive()) {
                return false;
            }
            channel.writeAndFlush(MqttMessageBuilders.publish()
                    .topicName(topic)
                    .qos(MqttQoS.valueOf(qos))
                    .messageId(qos == 0 ? 0 : next())
                    .payload(Unpooled.wrappedBuffer(payload))
                    .build());
            return true;
        } finally {
            lock.unlock();
        }
    }

    private boolean isReady(int qos) {
        return channel.isWritable() && (qos == 0 || unacknowledged.size() < mostUnacknowledged);
    }

    private int next() {
        do {
            number = number % MOST_NUMBERS + 1;
        } while (!unacknowledged.add(number));
        return number;
    }

    void acknowledged(int packet) {
        lock.lock();
        try {
            unacknowledged.remove(packet);
            ready.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** The connection takes more, or is closed. */
    void wake() {
        lock.lock();
        try {
            ready.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
