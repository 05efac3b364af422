package org.zhuxi.waste.internal.buyback;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.Problem;
import org.zhuxi.waste.buyback.BuyBackRefused;
import org.zhuxi.waste.buyback.Material;
import org.zhuxi.waste.buyback.NewBuyBack;
import org.zhuxi.waste.buyback.Payment;
import tools.jackson.databind.JsonNode;

/** Reads one receipt of a batch; what cannot be read spoils this receipt only. */
final class BuyBackParser {

    private static final int UUID_LENGTH = 36;
    private static final int MOST_LINES = 50;
    private static final BigDecimal HEAVIEST_KG = new BigDecimal("1000000");

    private final JsonNode item;

    private BuyBackParser(JsonNode item) {
        this.item = item;
    }

    /** @throws BuyBackRefused.NotTaken when it cannot be read */
    static NewBuyBack parse(JsonNode item) {
        return new BuyBackParser(item).parse();
    }

    /** The id as it was sent, or what is left of it. */
    static String sentId(JsonNode item) {
        var id = item.path("id").asString("");
        return id.substring(0, Math.min(id.length(), UUID_LENGTH));
    }

    private NewBuyBack parse() {
        var expected = item.path("expectedFen");
        require(expected.isMissingNode() || expected.isNull() || expected.isIntegralNumber(), "expectedFen");
        return new NewBuyBack(
                required("id", uuid("id")),
                required("household", uuid("household")),
                uuid("site"),
                at(),
                lines(),
                payment(),
                uuid("drop"),
                expected.isIntegralNumber() ? expected.asLong() : null);
    }

    private @Nullable UUID uuid(String field) {
        var node = item.path(field);
        if (node.isMissingNode() || node.isNull()) {
            return null;
        }
        require(node.isString() && node.stringValue().length() == UUID_LENGTH, field);
        try {
            return UUID.fromString(node.stringValue());
        } catch (IllegalArgumentException e) {
            throw unreadable(field);
        }
    }

    private Instant at() {
        try {
            return OffsetDateTime.parse(item.path("occurredAt").asString("")).toInstant();
        } catch (DateTimeException e) {
            throw unreadable("occurredAt");
        }
    }

    private Payment payment() {
        try {
            return Payment.valueOf(item.path("payment").asString("cash").toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw unreadable("payment");
        }
    }

    private List<NewBuyBack.Weighed> lines() {
        var node = item.path("lines");
        require(node.isArray() && node.size() <= MOST_LINES, "lines");
        var lines = new ArrayList<NewBuyBack.Weighed>();
        for (var line : node) {
            var material =
                    Material.find(line.path("material").asString("")).orElseThrow(() -> unreadable("lines.material"));
            lines.add(new NewBuyBack.Weighed(material, grams(line.path("massKg"))));
        }
        return lines;
    }

    private static long grams(JsonNode massKg) {
        if (!massKg.isNumber() || massKg.decimalValue().compareTo(HEAVIEST_KG) > 0) {
            throw unreadable("lines.massKg");
        }
        try {
            return massKg.decimalValue().movePointRight(3).longValueExact();
        } catch (ArithmeticException e) {
            throw new BuyBackRefused.NotTaken(Problem.ofField("lines.massKg", "buyback-three-decimals"));
        }
    }

    private static <T> T required(String field, @Nullable T value) {
        if (value == null) {
            throw unreadable(field);
        }
        return value;
    }

    private static void require(boolean kept, String field) {
        if (!kept) {
            throw unreadable(field);
        }
    }

    private static BuyBackRefused unreadable(String field) {
        return new BuyBackRefused.NotTaken(Problem.ofField(field, "buyback-unreadable", field));
    }
}
