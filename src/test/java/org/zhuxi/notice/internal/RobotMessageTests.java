package org.zhuxi.notice.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.zhuxi.notice.Webhook.Kind;

/** Messages and signatures as the makers of the chats want them; signatures reckoned with Python's hmac module. */
class RobotMessageTests {

    private static final Instant NOW = Instant.ofEpochMilli(1_700_000_000_123L);
    private static final URI ADDRESS = URI.create("https://chat.example/robot?access_token=1");

    @Test
    void dingTalkIsSignedInTheAddress() {
        var message = RobotMessage.of(Kind.DINGTALK, ADDRESS, "SECtest", "停水", "明天", NOW);

        assertThat(message.address().getRawQuery())
                .isEqualTo(
                        "access_token=1&timestamp=1700000000123&sign=lrMq5E54T40t3FfGVjxdvoqIbXlWY6mzkZYiVoI6emk%3D");
        assertThat(message.body()).isEqualTo("{\"msgtype\":\"text\",\"text\":{\"content\":\"停水\\n明天\"}}");
    }

    @Test
    void feishuIsSignedInTheBody() {
        var message = RobotMessage.of(Kind.FEISHU, ADDRESS, "SECtest", "停水", "明天", NOW);

        assertThat(message.address()).isEqualTo(ADDRESS);
        assertThat(message.body())
                .contains(
                        "\"timestamp\":\"1700000000\"",
                        "\"sign\":\"G7XpBpG8NgG02fJOAhX6FRAObIljmFoxVReo8I62pEk=\"",
                        "\"content\":{\"text\":\"停水\\n明天\"}");
    }

    @Test
    void otherProgramsFindASignatureOfTheBody() {
        var message = RobotMessage.of(Kind.JSON, ADDRESS, "k", "a", "b", NOW);

        assertThat(message.body()).contains("\"title\":\"a\"", "\"text\":\"b\"");
        assertThat(message.signature()).matches("sha256=[0-9a-f]{64}");
    }

    @Test
    void aChatSaysInItsAnswerWhetherItTookIt() {
        assertThat(RobotMessage.isTaken(Kind.WECOM, "{\"errcode\":0,\"errmsg\":\"ok\"}"))
                .isTrue();
        assertThat(RobotMessage.isTaken(Kind.DINGTALK, "{\"errcode\":310000}")).isFalse();
        assertThat(RobotMessage.isTaken(Kind.FEISHU, "{\"code\":19021}")).isFalse();
        assertThat(RobotMessage.isTaken(Kind.FEISHU, "{\"StatusCode\":0,\"code\":0}"))
                .isTrue();
        assertThat(RobotMessage.isTaken(Kind.WECOM, "<html>")).isFalse();
        assertThat(RobotMessage.isTaken(Kind.JSON, "")).isTrue();
    }
}
