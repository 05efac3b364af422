package org.zhuxi.waste.internal.buyback;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.HouseholdRef;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.Problem;
import org.zhuxi.kernel.Refused;
import org.zhuxi.platform.web.ProblemWriter;
import org.zhuxi.waste.buyback.BuyBackOutcome;
import org.zhuxi.waste.buyback.BuyBackRefused;
import org.zhuxi.waste.buyback.BuyBacks;
import org.zhuxi.waste.buyback.Money;
import org.zhuxi.waste.buyback.NewBuyBack;
import org.zhuxi.waste.buyback.Receipt;
import org.zhuxi.waste.buyback.Receipts;
import org.zhuxi.waste.internal.Typed;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/** Receipts for programs: a recycler's scale sends batches, a household reads its own. */
@RestController
@RequestMapping("/api/v1/buy-backs")
class BuyBackApi {

    private static final int MOST = 200;

    private final BuyBacks buyBacks;
    private final Receipts receipts;
    private final ProblemWriter problems;
    private final ObjectReader reader;

    BuyBackApi(BuyBacks buyBacks, Receipts receipts, ProblemWriter problems, JsonMapper json) {
        this.buyBacks = buyBacks;
        this.receipts = receipts;
        this.problems = problems;
        // decimals as they were written: 1.2 is not 1.1999999999999999556
        this.reader = json.reader().with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    }

    record Results(List<Result> results) {}

    /** @param id as it was sent */
    record Result(
            String id,
            String status,
            @Nullable ProblemDetail problem,
            @Nullable String number,
            @Nullable Long amountFen) {}

    record LineJson(String material, BigDecimal massKg, long priceFenPerKg, long amountFen) {}

    /** @param household left out for those who only hold the receipt's address */
    record ReceiptJson(
            UUID id,
            String number,
            UUID recycler,
            String recyclerName,
            String month,
            Instant occurredAt,
            LocalDate day,
            long amountFen,
            String payment,
            List<LineJson> lines,
            @Nullable UUID household,
            @Nullable UUID reverses,
            @Nullable UUID reversedBy,
            String reason,
            Origin origin) {

        static ReceiptJson of(Receipt receipt, boolean withHousehold) {
            return new ReceiptJson(
                    receipt.id(),
                    receipt.printedNumber(),
                    receipt.recycler().id(),
                    receipt.recyclerName(),
                    receipt.month().toString(),
                    receipt.at(),
                    receipt.day(),
                    receipt.amountFen(),
                    receipt.payment().name().toLowerCase(Locale.ROOT),
                    receipt.quote().lines().stream()
                            .map(line -> new LineJson(
                                    line.material().code(),
                                    Money.kg(line.massG()),
                                    line.priceFenPerKg(),
                                    line.amountFen()))
                            .toList(),
                    withHousehold ? receipt.household().id() : null,
                    receipt.reverses(),
                    receipt.reversedBy(),
                    receipt.reason(),
                    receipt.origin());
        }
    }

    record ReceiptsJson(List<ReceiptJson> items, @Nullable String next) {}

    record ReasonJson(@Nullable String reason) {}

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    Results record(Actor actor, Locale locale, HttpServletRequest request) throws IOException {
        actor.account();
        var unreadable = new ArrayList<@Nullable Result>();
        var readable = new ArrayList<NewBuyBack>();
        for (var item : items(request)) {
            try {
                readable.add(BuyBackParser.parse(item));
                unreadable.add(null);
            } catch (BuyBackRefused refused) {
                var problem = problems.item(refused.problem(), locale);
                unreadable.add(new Result(BuyBackParser.sentId(item), "rejected", problem, null, null));
            }
        }
        var outcomes = buyBacks.record(actor, readable).iterator();
        return new Results(unreadable.stream()
                .map(result -> result == null ? result(outcomes.next(), locale) : result)
                .toList());
    }

    private Result result(BuyBackOutcome outcome, Locale locale) {
        return new Result(
                outcome.id().toString(),
                outcome.status().name().toLowerCase(Locale.ROOT),
                outcome.problem() == null ? null : problems.item(outcome.problem(), locale),
                outcome.number(),
                outcome.amountFen());
    }

    private JsonNode items(HttpServletRequest request) throws IOException {
        var items = tree(request).path("buyBacks");
        if (!items.isArray()) {
            throw new Refused.Invalid(Problem.ofField("buyBacks", "buyback-unreadable", "buyBacks"));
        }
        if (items.size() > BuyBacks.MOST) {
            throw new BuyBackRefused.TooMany(items.size(), BuyBacks.MOST);
        }
        return items;
    }

    private JsonNode tree(HttpServletRequest request) throws IOException {
        try {
            return reader.readTree(request.getInputStream());
        } catch (JacksonException e) {
            throw new HttpMessageNotReadableException("No JSON", e, new ServletServerHttpRequest(request));
        }
    }

    @GetMapping
    ReceiptsJson list(
            Actor actor,
            @RequestParam String household,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam @Nullable String after) {
        var id = Typed.id(household);
        var own = actor.households().stream()
                .filter(ref -> ref.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new Refused.NotFound(id));
        var slice =
                receipts.ofHousehold(actor, new HouseholdRef(own.community(), id), Math.clamp(limit, 1, MOST), after);
        return new ReceiptsJson(
                slice.items().stream().map(it -> ReceiptJson.of(it, true)).toList(), slice.next());
    }

    @GetMapping("/{id}")
    ReceiptJson get(Actor actor, @PathVariable String id) {
        var receipt = receipts.get(Typed.id(id));
        return ReceiptJson.of(receipt, receipts.maySeeHousehold(actor, receipt));
    }

    @PostMapping("/{id}/reversal")
    ReceiptJson reverse(Actor actor, @PathVariable String id, @RequestBody ReasonJson body) {
        var reason = Objects.requireNonNullElse(body.reason(), "");
        return ReceiptJson.of(receipts.reverse(actor, Typed.id(id), reason), true);
    }
}
