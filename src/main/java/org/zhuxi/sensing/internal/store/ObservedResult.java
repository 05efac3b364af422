package org.zhuxi.sensing.internal.store;

import org.jspecify.annotations.Nullable;
import org.zhuxi.sensing.internal.query.StaError;
import tools.jackson.databind.JsonNode;

/**
 * What was observed, in the columns it is kept in.
 *
 * @param number for whole and decimal numbers
 * @param text for texts, and {@code true} or {@code false}
 * @param json for anything else, and for whole numbers with more digits than {@code number} keeps
 */
public record ObservedResult(
        Kind kind,
        @Nullable Double number,
        @Nullable String text,
        @Nullable String json) {

    /** From here on a decimal does not hold each whole number. */
    private static final double MOST_EXACT = 0x1p53;

    /** In the order of the numbers kept in {@code result_kind}. */
    public enum Kind {
        DECIMAL,
        WHOLE,
        TEXT,
        TRUTH,
        JSON,
        NOTHING
    }

    public static ObservedResult of(double number) {
        return new ObservedResult(Kind.DECIMAL, number, null, null);
    }

    /** @throws StaError when it is a number that cannot be kept */
    public static ObservedResult of(JsonNode node) {
        if (node.isNumber()) {
            var value = node.asDouble();
            if (!Double.isFinite(value)) {
                throw StaError.bad("The result is no finite number");
            }
            if (!node.isIntegralNumber()) {
                return of(value);
            }
            return Math.abs(value) < MOST_EXACT
                    ? new ObservedResult(Kind.WHOLE, value, null, null)
                    : new ObservedResult(Kind.JSON, value, null, node.toString());
        }
        if (node.isString()) {
            var text = node.asString();
            return new ObservedResult(Kind.TEXT, null, Values.withoutZero(text), null);
        }
        if (node.isBoolean()) {
            return new ObservedResult(Kind.TRUTH, null, node.asBoolean() ? "true" : "false", null);
        }
        return node.isNull() || node.isMissingNode()
                ? new ObservedResult(Kind.NOTHING, null, null, null)
                : new ObservedResult(Kind.JSON, null, null, Values.json(node));
    }
}
