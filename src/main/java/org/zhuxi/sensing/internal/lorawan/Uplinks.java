package org.zhuxi.sensing.internal.lorawan;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.zhuxi.kernel.Mistyped;
import tools.jackson.databind.JsonNode;

/** Reads what network servers post; a message without a payload has no uplink in it. */
final class Uplinks {

    private Uplinks() {}

    /** The event {@code up} of ChirpStack 4. */
    static Optional<Uplink> chirpStack(JsonNode body) {
        return uplink(
                body.path("deviceInfo").path("devEui"), body.path("time"), body.path("object"), body.path("data"));
    }

    /** An uplink message of The Things Stack 3. */
    static Optional<Uplink> theThings(JsonNode body) {
        var message = body.path("uplink_message");
        var at = message.path("received_at");
        return uplink(
                body.path("end_device_ids").path("dev_eui"),
                at.isMissingNode() ? body.path("received_at") : at,
                message.path("decoded_payload"),
                message.path("frm_payload"));
    }

    private static Optional<Uplink> uplink(JsonNode eui, JsonNode at, JsonNode decoded, JsonNode raw) {
        if (!decoded.isObject() && !raw.isString()) {
            return Optional.empty();
        }
        var values = decoded.isObject() ? numbers(decoded) : CayenneLpp.read(bytes(raw));
        return Optional.of(new Uplink(text("devEui", eui).toUpperCase(Locale.ROOT), moment(at), values));
    }

    private static Map<String, BigDecimal> numbers(JsonNode decoded) {
        var values = new LinkedHashMap<String, BigDecimal>();
        decoded.properties().forEach(entry -> {
            if (entry.getValue().isNumber()) {
                values.put(entry.getKey(), entry.getValue().decimalValue());
            }
        });
        return values;
    }

    private static byte[] bytes(JsonNode raw) {
        try {
            return Base64.getDecoder().decode(raw.asString());
        } catch (IllegalArgumentException e) {
            throw new Mistyped.NoChoice("data");
        }
    }

    private static String text(String field, JsonNode node) {
        if (!node.isString()) {
            throw new Mistyped.Missing(field);
        }
        return node.asString();
    }

    private static Instant moment(JsonNode node) {
        try {
            return OffsetDateTime.parse(text("time", node)).toInstant();
        } catch (DateTimeException e) {
            throw new Mistyped.NoDay("time");
        }
    }
}
