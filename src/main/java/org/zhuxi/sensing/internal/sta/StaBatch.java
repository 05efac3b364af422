package org.zhuxi.sensing.internal.sta;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.zhuxi.sensing.internal.query.StaError;
import org.zhuxi.sensing.internal.store.Scribe;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/** Several requests in one, as JSON; those of an {@code atomicityGroup} are done together or not at all. */
@Component
class StaBatch {

    private static final int MOST_REQUESTS = 1_000;

    private final TransactionOperations transactions;
    private final JsonMapper json;

    StaBatch(TransactionOperations transactions, JsonMapper json) {
        this.transactions = transactions;
        this.json = json;
    }

    StaAnswer answer(Scribe scribe, StaRequest request, StaDesk desk) {
        if (request.contentType().startsWith("multipart/")) {
            throw StaError.notOffered("Batches are taken as JSON");
        }
        var body = json.readTree(request.body());
        var parts = body == null ? null : body.get("requests");
        if (parts == null || !parts.isArray() || parts.size() > MOST_REQUESTS) {
            throw StaError.bad("A batch has an array of at most " + MOST_REQUESTS + " requests");
        }
        var answers = json.createArrayNode();
        var made = new HashMap<String, String>();
        groups(parts).forEach((group, members) -> run(new Batch(scribe, request, desk, made), group, members, answers));
        return StaAnswer.json(json.writeValueAsBytes(Map.of("responses", answers)));
    }

    private record Batch(Scribe scribe, StaRequest request, StaDesk desk, Map<String, String> made) {}

    /** Requests in order; those of a group where its first one stands. */
    private static Map<String, List<JsonNode>> groups(JsonNode parts) {
        var groups = new LinkedHashMap<String, List<JsonNode>>();
        var ids = new HashSet<String>();
        for (var part : parts) {
            var id = part.path("id").asString("");
            if (id.isEmpty() || !ids.add(id)) {
                throw StaError.bad("Each request of a batch has an id of its own");
            }
            var group = part.path("atomicityGroup").asString("");
            groups.computeIfAbsent(group.isEmpty() ? "\0" + id : group, any -> new ArrayList<>())
                    .add(part);
        }
        return groups;
    }

    private void run(Batch batch, String group, List<JsonNode> members, ArrayNode answers) {
        if (group.startsWith("\0")) {
            answers.add(answer(members.getFirst(), one(batch, members.getFirst(), false), batch));
            return;
        }
        try {
            transactions.executeWithoutResult(transaction -> {
                var done = members.stream()
                        .map(member -> answer(member, one(batch, member, true), batch))
                        .toList();
                answers.addAll(done);
            });
        } catch (RuntimeException e) {
            var failure = batch.desk().failure(batch.scribe(), e);
            members.forEach(member -> answers.add(answer(member, failure, batch)));
        }
    }

    private StaAnswer one(Batch batch, JsonNode part, boolean isTogether) {
        var url = part.path("url").asString("");
        for (var reference : batch.made().entrySet()) {
            url = url.replace("$" + reference.getKey(), reference.getValue());
        }
        var mark = url.indexOf('?');
        var body = part.get("body");
        var text = body == null ? "" : body.toString();
        for (var reference : batch.made().entrySet()) {
            text = text.replace("\"$" + reference.getKey() + "\"", number(reference.getValue()));
        }
        var request = new StaRequest(
                part.path("method").asString("").toUpperCase(java.util.Locale.ROOT),
                batch.request().root(),
                stripped(mark < 0 ? url : url.substring(0, mark)),
                mark < 0 ? null : escaped(url.substring(mark + 1)),
                contentType(part),
                text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        if (request.path().endsWith("$batch")) {
            throw StaError.bad("A batch holds no batch");
        }
        return isTogether
                ? batch.desk().within(batch.scribe(), request)
                : batch.desk().answer(batch.scribe(), request);
    }

    /** A change by JSON Patch says so, as over HTTP. */
    private static String contentType(JsonNode part) {
        return part.path("headers").properties().stream()
                .filter(header -> header.getKey().equalsIgnoreCase("Content-Type"))
                .map(header -> header.getValue().asString(""))
                .findFirst()
                .orElse("application/json");
    }

    private static String number(String address) {
        return address.substring(address.indexOf('(') + 1, address.length() - 1);
    }

    private static String stripped(String path) {
        return path.startsWith("/") ? path.substring(1) : path;
    }

    /** What stands in JSON is not escaped; a percent sign in it is one. */
    private static String escaped(String query) {
        return query.contains("%") ? query : query.replace("+", "%2B");
    }

    private JsonNode answer(JsonNode part, StaAnswer answer, Batch batch) {
        var node = json.createObjectNode();
        var id = part.path("id").asString("");
        node.put("id", id);
        node.put("status", answer.status());
        var location = answer.location();
        if (location != null) {
            node.put("location", location);
            batch.made().put(id, location.substring(batch.request().root().length()));
        }
        if (answer.body().length > 0) {
            node.set("body", json.readTree(answer.body()));
        }
        return node;
    }
}
