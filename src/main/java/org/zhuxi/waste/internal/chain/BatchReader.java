package org.zhuxi.waste.internal.chain;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.stereotype.Component;
import org.zhuxi.kernel.Problem;
import org.zhuxi.kernel.Refused;
import org.zhuxi.platform.web.ProblemWriter;
import org.zhuxi.waste.WasteClass;
import org.zhuxi.waste.chain.ChainRefused;
import org.zhuxi.waste.chain.Filed;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/** Reads a batch item by item, so that one that cannot be read spoils none of the others, and tells the fate of each. */
@Component
class BatchReader {

    private static final int UUID_LENGTH = 36;

    private final ProblemWriter problems;
    private final ObjectReader reader;

    BatchReader(ProblemWriter problems, JsonMapper json) {
        this.problems = problems;
        this.reader = json.reader().with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    }

    record Results(List<Result> results) {}

    /**
     * @param id as it was sent
     * @param status created, duplicate, conflict or rejected
     */
    record Result(String id, String status, @Nullable ProblemDetail problem) {}

    /** Reads the array of that name, files what could be read and answers in the order of the items. */
    <J, T> Results file(
            HttpServletRequest request,
            String name,
            int most,
            Class<J> form,
            Function<J, T> read,
            Function<List<T>, List<Filed>> file,
            Locale locale)
            throws IOException {
        var readable = new ArrayList<T>();
        var refused = new ArrayList<@Nullable Result>();
        for (var item : items(request, name, most)) {
            try {
                if (!item.isObject()) {
                    throw new IllegalArgumentException("No object");
                }
                readable.add(read.apply(reader.treeToValue(item, form)));
                refused.add(null);
            } catch (JacksonException | IllegalArgumentException e) {
                refused.add(result(idOf(item), Problem.of("chain-item-unreadable", Problem.Kind.INVALID), locale));
            } catch (Refused e) {
                refused.add(result(idOf(item), e.problem(), locale));
            }
        }
        var filed = file.apply(readable).iterator();
        return new Results(refused.stream()
                .map(it -> it == null ? result(filed.next(), locale) : it)
                .toList());
    }

    private Result result(String id, Problem problem, Locale locale) {
        return new Result(id, "rejected", problems.item(problem, locale));
    }

    private Result result(Filed filed, Locale locale) {
        return new Result(
                filed.id().toString(),
                filed.status().name().toLowerCase(Locale.ROOT),
                filed.problem() == null ? null : problems.item(filed.problem(), locale));
    }

    private JsonNode items(HttpServletRequest request, String name, int most) throws IOException {
        JsonNode items;
        try {
            items = reader.readTree(request.getInputStream()).path(name);
        } catch (JacksonException e) {
            throw new HttpMessageNotReadableException("No JSON", e, new ServletServerHttpRequest(request));
        }
        if (!items.isArray() || items.size() > most) {
            throw new ChainRefused.Unreadable(name, "chain-batch", name, most);
        }
        return items;
    }

    private static String idOf(JsonNode item) {
        var id = item.path("id").asString("");
        return id.substring(0, Math.min(id.length(), UUID_LENGTH));
    }

    /** A field that must be there. */
    static <T> T required(String field, @Nullable T value) {
        if (value == null) {
            throw new ChainRefused.Unreadable(field, "chain-field-missing", field);
        }
        return value;
    }

    static WasteClass wasteClass(@Nullable String code) {
        return WasteClass.find(required("class", code))
                .orElseThrow(() -> new ChainRefused.Unreadable("class", "chain-class", BatchReader.text(code)));
    }

    static String text(@Nullable String words) {
        return words == null ? "" : words;
    }

    static BigDecimal orZero(@Nullable BigDecimal value) {
        return value == null ? BigDecimal.ZERO : value;
    }

    static UUID id(@Nullable UUID id) {
        return required("id", id);
    }
}
