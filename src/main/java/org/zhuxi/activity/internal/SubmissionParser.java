package org.zhuxi.activity.internal;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuxi.activity.Measured;
import org.zhuxi.activity.Submission;
import org.zhuxi.kernel.Problem;
import tools.jackson.databind.JsonNode;

/** Reads one item of a batch; what cannot be read is told field by field and spoils only this item. */
final class SubmissionParser {

    private static final int MOST_ENTRIES = 20;
    private static final int LONGEST_CODE = 100;
    private static final int UUID_LENGTH = 36;

    private final JsonNode item;
    private final List<Problem.Field> wrong = new ArrayList<>();

    private SubmissionParser(JsonNode item) {
        this.item = item;
    }

    /** What an item turned out to be. */
    sealed interface Parsed {}

    record Readable(Submission submission) implements Parsed {}

    /** @param id as it was sent, or empty */
    record Unreadable(String id, Problem problem) implements Parsed {}

    static Parsed parse(JsonNode item) {
        return new SubmissionParser(item).parse();
    }

    private Parsed parse() {
        var id = uuid("id", true);
        var kind = code("kind");
        var place = code("place");
        var household = uuid("household", false);
        var site = uuid("site", false);
        var occurredAt = occurredAt();
        var quantities = quantities();
        var grade = text("grade", LONGEST_CODE);
        var note = text("note", Integer.MAX_VALUE);
        var evidence = evidence();
        var supersedes = uuid("supersedes", false);
        if (!wrong.isEmpty() || id == null || occurredAt == null) {
            return new Unreadable(sentId(), Problems.of(wrong));
        }
        return new Readable(new Submission(
                id, kind, place, household, site, occurredAt, quantities, grade, note, evidence, supersedes));
    }

    private String sentId() {
        var id = item.path("id").asString("");
        return id.substring(0, Math.min(id.length(), UUID_LENGTH));
    }

    private @Nullable UUID uuid(String field, boolean required) {
        var text = text(field, LONGEST_CODE);
        if (text == null) {
            require(!required, field, "field-missing");
            return null;
        }
        // UUID.fromString also takes shortened forms, which would come back as another text
        if (text.length() == UUID_LENGTH) {
            try {
                return UUID.fromString(text);
            } catch (IllegalArgumentException e) {
                return refuse(field, "uuid-unreadable");
            }
        }
        return refuse(field, "uuid-unreadable");
    }

    private String code(String field) {
        var text = text(field, LONGEST_CODE);
        require(text != null && !text.isBlank(), field, "field-missing");
        return text == null ? "" : text;
    }

    private @Nullable String text(String field, int longest) {
        var node = item.path(field);
        if (node.isMissingNode() || node.isNull()) {
            return null;
        }
        if (!node.isString() || node.stringValue().length() > longest) {
            return refuse(field, "field-unreadable");
        }
        return node.stringValue();
    }

    private @Nullable Instant occurredAt() {
        var text = text("occurredAt", LONGEST_CODE);
        if (text == null) {
            return refuse("occurredAt", "field-missing");
        }
        try {
            var moment = OffsetDateTime.parse(text);
            return moment.getYear() >= 1900 && moment.getYear() <= 9999
                    ? moment.toInstant()
                    : refuse("occurredAt", "time-unreadable");
        } catch (DateTimeException e) {
            return refuse("occurredAt", "time-unreadable");
        }
    }

    private Map<String, Measured> quantities() {
        var node = item.path("quantities");
        var quantities = new HashMap<String, Measured>();
        if (!node.isObject() || node.size() > MOST_ENTRIES) {
            refuse("quantities", node.isMissingNode() ? "field-missing" : "field-unreadable");
            return quantities;
        }
        for (var entry : node.properties()) {
            var value = entry.getValue().path("value");
            var unit = entry.getValue().path("unit");
            var field = "quantities."
                    + entry.getKey().substring(0, Math.min(entry.getKey().length(), LONGEST_CODE));
            require(value.isNumber(), field + ".value", "number-unreadable");
            require(unit.isString() && unit.stringValue().length() <= LONGEST_CODE, field + ".unit", "field-missing");
            if (wrong.isEmpty()) {
                quantities.put(entry.getKey(), new Measured(value.decimalValue(), unit.stringValue()));
            }
        }
        return quantities;
    }

    private List<String> evidence() {
        var node = item.path("evidence");
        var evidence = new ArrayList<String>();
        if (node.isMissingNode() || node.isNull()) {
            return evidence;
        }
        require(node.isArray() && node.size() <= MOST_ENTRIES, "evidence", "field-unreadable");
        for (var file : node) {
            if (file.isString() && file.stringValue().length() <= LONGEST_CODE) {
                evidence.add(file.stringValue());
            } else {
                refuse("evidence", "field-unreadable");
            }
        }
        return evidence;
    }

    private void require(boolean kept, String field, String slug) {
        if (!kept) {
            wrong.add(new Problem.Field(field, slug, List.of()));
        }
    }

    private <T> @Nullable T refuse(String field, String slug) {
        require(false, field, slug);
        return null;
    }
}
