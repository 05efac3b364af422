package org.zhuxi.sensing.internal.lorawan;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads payloads in the Cayenne Low Power Payload: channel, type, value; big-endian. What is not known ends the reading. */
final class CayenneLpp {

    private static final int DIGITAL_INPUT = 0;
    private static final int ANALOG_INPUT = 2;
    private static final int TEMPERATURE = 103;
    private static final int HUMIDITY = 104;
    private static final int HEAD = 2;
    private static final BigDecimal HALF = new BigDecimal("0.5");

    private CayenneLpp() {}

    /** Values by name; the first of each kind. */
    static Map<String, BigDecimal> read(byte[] payload) {
        var values = new LinkedHashMap<String, BigDecimal>();
        var at = 0;
        while (at + HEAD < payload.length) {
            var type = payload[at + 1] & 0xFF;
            var size = size(type);
            if (size == 0 || at + HEAD + size > payload.length) {
                return values;
            }
            var raw =
                    size == 1 ? payload[at + HEAD] & 0xFF : (payload[at + HEAD] << 8) | (payload[at + HEAD + 1] & 0xFF);
            values.putIfAbsent(name(type), scaled(type, raw));
            at += HEAD + size;
        }
        return values;
    }

    private static int size(int type) {
        return switch (type) {
            case DIGITAL_INPUT, HUMIDITY -> 1;
            case ANALOG_INPUT, TEMPERATURE -> 2;
            default -> 0;
        };
    }

    private static String name(int type) {
        return switch (type) {
            case TEMPERATURE -> "temperature";
            case HUMIDITY -> "humidity";
            case ANALOG_INPUT -> "analog";
            default -> "digital";
        };
    }

    private static BigDecimal scaled(int type, int raw) {
        var value = BigDecimal.valueOf(raw);
        return switch (type) {
            case TEMPERATURE -> value.movePointLeft(1);
            case HUMIDITY -> value.multiply(HALF);
            case ANALOG_INPUT -> value.movePointLeft(2);
            default -> value;
        };
    }
}
