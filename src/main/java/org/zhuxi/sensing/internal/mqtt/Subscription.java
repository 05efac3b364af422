package org.zhuxi.sensing.internal.mqtt;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.zhuxi.sensing.internal.sta.Followed;

/** What a client wants to be told, under the very topic it wrote. */
final class Subscription {

    private final String topic;
    private final int qos;
    private final Followed followed;
    private byte @Nullable [] last;

    Subscription(String topic, int qos, Followed followed) {
        this.topic = topic;
        this.qos = qos;
        this.followed = followed;
    }

    String topic() {
        return topic;
    }

    int qos() {
        return qos;
    }

    Followed followed() {
        return followed;
    }

    /** Remembers the value of a part. @return whether it is another than before */
    synchronized boolean isNew(byte[] value) {
        var isNew = !Arrays.equals(last, value);
        last = value;
        return isNew;
    }
}
