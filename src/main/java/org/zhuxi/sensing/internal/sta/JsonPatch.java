package org.zhuxi.sensing.internal.sta;

import java.util.regex.Pattern;
import org.zhuxi.sensing.internal.query.StaError;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A document while the operations of a JSON Patch (RFC 6902) are done on it, one after the other. A patch that cannot be read is
 * refused with 400, one that does not fit to the document, or whose test fails, with 409.
 */
final class JsonPatch {

    static final String CONTENT_TYPE = "application/json-patch+json";

    private static final int MOST_OPERATIONS = 1_000;
    private static final int LONGEST_POINTER = 1_000;
    private static final int DEEPEST = 100;
    /** Characters: each copy may double the document. */
    private static final int MOST_COPIED = 1_000_000;

    private static final Pattern WRONG_ESCAPE = Pattern.compile("~(?![01])");

    private JsonNode document;
    private long copied;

    private JsonPatch(JsonNode document) {
        this.document = document;
    }

    /** The document as it is after all operations; the one given stays as it is. */
    static JsonNode apply(JsonNode patch, JsonNode document) {
        if (!patch.isArray() || patch.size() > MOST_OPERATIONS) {
            throw StaError.bad("A JSON Patch is an array of at most " + MOST_OPERATIONS + " operations");
        }
        var patched = new JsonPatch(document.deepCopy());
        patch.forEach(patched::run);
        return patched.document;
    }

    private void run(JsonNode operation) {
        var path = pointer(operation, "path");
        var name = text(operation, "op");
        switch (name) {
            case "add" -> add(path, value(operation));
            case "remove" -> remove(path);
            case "replace" -> replace(path, value(operation));
            case "move" -> move(pointer(operation, "from"), path);
            case "copy" -> copy(pointer(operation, "from"), path);
            case "test" -> test(path, value(operation));
            default -> throw StaError.bad("JSON Patch has no operation " + name);
        }
    }

    private static String text(JsonNode operation, String name) {
        var text = operation.get(name);
        if (text == null || !text.isString()) {
            throw StaError.bad("Each operation of a JSON Patch has a text " + name);
        }
        return text.asString();
    }

    private static JsonNode value(JsonNode operation) {
        var value = operation.get("value");
        if (value == null) {
            throw StaError.bad("The operation " + text(operation, "op") + " has a value");
        }
        return value;
    }

    private static JsonPointer pointer(JsonNode operation, String name) {
        var text = text(operation, name);
        var isPointer = text.isEmpty() || text.startsWith("/");
        if (!isPointer
                || text.length() > LONGEST_POINTER
                || WRONG_ESCAPE.matcher(text).find()) {
            throw StaError.bad(name + " is no JSON Pointer of at most " + LONGEST_POINTER + " characters");
        }
        return JsonPointer.compile(text);
    }

    private void add(JsonPointer path, JsonNode value) {
        requireShallow(path, value);
        if (path.matches()) {
            document = value;
            return;
        }
        var last = path.last();
        switch (document.at(path.head())) {
            case ObjectNode object -> object.set(last.getMatchingProperty(), value);
            case ArrayNode array -> array.insert(place(array, last, path), value);
            default -> throw missing(path);
        }
    }

    /** Behind the last element is a place too. */
    private static int place(ArrayNode array, JsonPointer last, JsonPointer path) {
        var place = last.getMatchingProperty().equals("-") ? array.size() : last.getMatchingIndex();
        if (place < 0 || place > array.size()) {
            throw missing(path);
        }
        return place;
    }

    private JsonNode remove(JsonPointer path) {
        var value = existing(path);
        if (path.matches()) {
            throw StaError.bad("A JSON Patch does not remove the whole");
        }
        var last = path.last();
        if (document.at(path.head()) instanceof ArrayNode array) {
            array.remove(last.getMatchingIndex());
        } else {
            ((ObjectNode) document.at(path.head())).remove(last.getMatchingProperty());
        }
        return value;
    }

    private void replace(JsonPointer path, JsonNode value) {
        if (!path.matches()) {
            remove(path);
        }
        add(path, value);
    }

    private void move(JsonPointer from, JsonPointer path) {
        if (path.toString().startsWith(from + "/")) {
            throw StaError.bad("Nothing is moved into itself");
        }
        if (from.equals(path)) {
            existing(from);
        } else {
            add(path, remove(from));
        }
    }

    private void copy(JsonPointer from, JsonPointer path) {
        var value = existing(from);
        copied += value.toString().length();
        if (copied > MOST_COPIED) {
            throw StaError.tooLarge("The JSON Patch copies too much");
        }
        add(path, value.deepCopy());
    }

    private void test(JsonPointer path, JsonNode value) {
        if (!existing(path).equals(JsonPatch::difference, value)) {
            throw StaError.conflict("The test of " + path + " failed; nothing is changed");
        }
    }

    /** Numbers are the same by their value, however they are written. */
    private static int difference(JsonNode one, JsonNode other) {
        if (one.isNumber() && other.isNumber()) {
            return one.decimalValue().compareTo(other.decimalValue());
        }
        return one.equals(other) ? 0 : 1;
    }

    private JsonNode existing(JsonPointer path) {
        var value = document.at(path);
        if (value.isMissingNode()) {
            throw missing(path);
        }
        return value;
    }

    private static StaError missing(JsonPointer path) {
        return StaError.conflict("There is nothing at " + path + "; nothing is changed");
    }

    private static void requireShallow(JsonPointer path, JsonNode value) {
        var above = path.toString().chars().filter(one -> one == '/').count();
        if (above + depth(value) > DEEPEST) {
            throw StaError.tooLarge("A JSON Patch nests at most " + DEEPEST + " levels");
        }
    }

    private static int depth(JsonNode value) {
        return value.isContainer()
                ? 1 + value.valueStream().mapToInt(JsonPatch::depth).max().orElse(0)
                : 0;
    }
}
