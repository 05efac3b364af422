package org.zhuxi.notice.internal;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.zhuxi.notice.Webhook;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is posted to a robot, as its maker wants it. 钉钉 signs in the address: HMAC-SHA256 of "milliseconds, newline, secret" under
 * the secret. 飞书 signs in the body: HMAC-SHA256 of nothing under "seconds, newline, secret". 企业微信 has its key in the address.
 * Other programs find {@code X-Zhuxi-Signature: sha256=<hex>}, HMAC-SHA256 of the body under the secret.
 *
 * @param signature for the header, or null
 */
record RobotMessage(URI address, String body, @Nullable String signature) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static RobotMessage of(
            Webhook.Kind kind, URI address, @Nullable String secret, String title, String text, Instant now) {
        var words = title + "\n" + text;
        return switch (kind) {
            case WECOM -> new RobotMessage(address, chat("msgtype", "content", words, Map.of()), null);
            case DINGTALK ->
                new RobotMessage(
                        secret == null
                                ? address
                                : URI.create(address
                                        + (address.getRawQuery() == null ? "?" : "&")
                                        + signature(secret, now.toEpochMilli())),
                        chat("msgtype", "content", words, Map.of()),
                        null);
            case FEISHU -> new RobotMessage(address, feishu(words, secret, now.getEpochSecond()), null);
            case JSON -> {
                var body = JSON.writeValueAsString(Map.of("title", title, "text", text, "sentAt", now.toString()));
                var signature =
                        secret == null ? null : "sha256=" + HexFormat.of().formatHex(hmac(secret, body));
                yield new RobotMessage(address, body, signature);
            }
        };
    }

    Map<String, String> headers() {
        var type = "application/json; charset=utf-8";
        return signature == null
                ? Map.of("Content-Type", type)
                : Map.of("Content-Type", type, "X-Zhuxi-Signature", signature);
    }

    private static String signature(String secret, long millis) {
        var sign = Base64.getEncoder().encodeToString(hmac(secret, millis + "\n" + secret));
        return "timestamp=" + millis + "&sign=" + URLEncoder.encode(sign, StandardCharsets.UTF_8);
    }

    private static String feishu(String words, @Nullable String secret, long seconds) {
        var signed = new LinkedHashMap<String, Object>();
        if (secret != null) {
            signed.put("timestamp", String.valueOf(seconds));
            signed.put("sign", Base64.getEncoder().encodeToString(hmac(seconds + "\n" + secret, "")));
        }
        return chat("msg_type", "text", words, signed);
    }

    private static String chat(String type, String inner, String words, Map<String, Object> more) {
        var body = new LinkedHashMap<String, Object>(more);
        body.put(type, "text");
        body.put(type.equals("msgtype") ? "text" : "content", Map.of(inner, words));
        return JSON.writeValueAsString(body);
    }

    /** Whether a chat says in its answer that it has taken the message. */
    static boolean isTaken(Webhook.Kind kind, String answer) {
        if (kind == Webhook.Kind.JSON) {
            return true;
        }
        try {
            var tree = JSON.readTree(answer);
            var code = kind == Webhook.Kind.FEISHU ? tree.path("code") : tree.path("errcode");
            return code.asInt(-1) == 0 || tree.path("StatusCode").asInt(-1) == 0;
        } catch (tools.jackson.core.JacksonException e) {
            return false;
        }
    }

    private static byte[] hmac(String key, String words) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return mac.doFinal(words.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HMAC-SHA256", e);
        }
    }
}
