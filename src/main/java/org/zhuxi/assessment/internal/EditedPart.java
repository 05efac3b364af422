package org.zhuxi.assessment.internal;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.zhuxi.assessment.StandardFault;
import org.zhuxi.platform.web.Page;

/**
 * A part of a standard in a form: its fields as they stand or were typed, and what is wrong with them.
 *
 * @param fields by their path within the part
 * @param faults of this part, their paths within it
 */
public record EditedPart(Map<String, List<String>> fields, List<StandardFault> faults) {

    /** What a fault of a whole may be shown beside. */
    private static final List<String> FIRST_FIELDS =
            List.of("", ".kind", ".zh", ".op", ".path", "[0].code", "[0].from", "[0].kind");

    private static final String MISSING = "key-missing";

    public EditedPart {
        fields = Map.copyOf(fields);
        faults = List.copyOf(faults);
    }

    public String value(String path) {
        return fields.getOrDefault(path, List.of("")).getFirst();
    }

    public boolean has(String path, Object choice) {
        return fields.getOrDefault(path, List.of()).contains(String.valueOf(choice));
    }

    /** How many rows of a list are shown: those that are there and some that are empty. */
    public int rows(String list, int spare) {
        var start = list + "[";
        return spare
                + fields.keySet().stream()
                        .filter(path -> path.startsWith(start))
                        .map(path -> path.substring(start.length(), path.indexOf(']', start.length())))
                        .mapToInt(index -> index.matches("\\d{1,3}") ? Integer.parseInt(index) + 1 : 0)
                        .max()
                        .orElse(0);
    }

    /** What is wrong with a field; empty when nothing is. */
    public String error(Page page, String path) {
        return faults.stream()
                .filter(fault -> places(fault).anyMatch(path::equals))
                .map(fault -> words(page, fault))
                .findFirst()
                .orElse("");
    }

    private static Stream<String> places(StandardFault fault) {
        var missing = fault.slug().equals(MISSING) && !fault.arguments().isEmpty()
                ? Stream.of(
                        joined(fault.path(), String.valueOf(fault.arguments().getFirst())))
                : Stream.<String>empty();
        return Stream.concat(missing, Stream.of(fault.path()))
                .flatMap(at -> FIRST_FIELDS.stream().map(first -> at + first));
    }

    private static String joined(String path, String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    public static String words(Page page, StandardFault fault) {
        return page.messages().get(page.locale(), "assessment.fault." + fault.slug(), fault.arguments());
    }
}
