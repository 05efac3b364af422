package org.zhuxi.sensing.internal.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.mqtt.MqttPublishMessage;
import io.netty.util.ReferenceCountUtil;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** A client that does not read or acknowledge is not sent more. */
class SenderTests {

    private static final int MOST = 3;

    private final EmbeddedChannel channel = new EmbeddedChannel();
    private final Sender sender =
            new Sender(channel, new MqttSettings("127.0.0.1", 0, null, null, 1, 1, 1, MOST, 0, 0, 1, null));

    @Test
    void stopsWhenTooMuchIsUnacknowledged() throws Exception {
        for (var i = 0; i < MOST; i++) {
            assertThat(publish(1)).isTrue();
        }
        assertThat(publish(1)).isFalse();
        assertThat(publish(0)).isTrue();

        sender.acknowledged(2);

        assertThat(publish(1)).isTrue();
        assertThat(publish(1)).isFalse();
    }

    @Test
    void givesEachMessageItsOwnNumber() throws Exception {
        publish(1);
        publish(1);
        sender.acknowledged(1);
        publish(1);

        assertThat(number()).isEqualTo(1);
        assertThat(number()).isEqualTo(2);
        assertThat(number()).isEqualTo(3);
    }

    @Test
    void stopsWhenTheConnectionTakesNoMore() throws Exception {
        var buffer = Objects.requireNonNull(channel.unsafe().outboundBuffer());
        buffer.setUserDefinedWritability(1, false);
        assertThat(publish(0)).isFalse();

        buffer.setUserDefinedWritability(1, true);
        assertThat(publish(0)).isTrue();
        channel.close();
        assertThat(publish(0)).isFalse();
    }

    private boolean publish(int qos) throws InterruptedException {
        return sender.publish("v1.1/Things", new byte[] {'{', '}'}, qos);
    }

    private int number() {
        MqttPublishMessage message = channel.readOutbound();
        var number = message.variableHeader().packetId();
        ReferenceCountUtil.release(message);
        return number;
    }
}
