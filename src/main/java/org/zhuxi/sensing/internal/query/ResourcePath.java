package org.zhuxi.sensing.internal.query;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.zhuxi.sensing.internal.model.EntityType;
import org.zhuxi.sensing.internal.model.Property;
import org.zhuxi.sensing.internal.model.Relation;

/**
 * What an address names: entities, one entity, or a part of one.
 *
 * @param steps from the set at the beginning
 * @param property a property of the last entity, or null
 * @param within the way into a JSON property
 * @param isReference whether only links are asked for ({@code $ref})
 * @param isValue whether the bare value is asked for ({@code $value})
 * @param label what the property or the part of it is called in the answer; empty without one
 */
public record ResourcePath(
        List<Step> steps,
        @Nullable Property property,
        List<String> within,
        boolean isReference,
        boolean isValue,
        String label) {

    private static final Pattern SEGMENT = Pattern.compile("([A-Za-z]+)(?:\\((.*)\\))?");

    public ResourcePath {
        steps = List.copyOf(steps);
        within = List.copyOf(within);
    }

    /**
     * @param relation how it hangs on the step before; null at the beginning
     * @param id the id in parentheses, or null
     */
    public record Step(
            EntityType type,
            @Nullable Relation relation,
            @Nullable Long id) {

        /** Whether it names one entity and not a set. */
        public boolean isOne() {
            return id != null || relation != null && !relation.isMany();
        }
    }

    public Step last() {
        return steps.getLast();
    }

    /** @param path behind the address of the service, such as {@code Things(1)/Datastreams}, still with percent signs */
    public static ResourcePath parse(String path) {
        var segments = Arrays.stream(path.split("/", -1))
                .map(QueryParser::decoded)
                .filter(part -> !part.isEmpty())
                .toList();
        var steps = new ArrayList<Step>();
        var position = 0;
        while (position < segments.size()) {
            var step = step(steps, segments.get(position));
            if (step == null) {
                break;
            }
            steps.add(step);
            position++;
        }
        if (steps.isEmpty()) {
            throw StaError.notFound("There is nothing at this address");
        }
        return rest(steps, segments.subList(position, segments.size()));
    }

    private static @Nullable Step step(List<Step> before, String segment) {
        var matcher = SEGMENT.matcher(segment);
        if (!matcher.matches()) {
            return null;
        }
        var name = matcher.group(1);
        if (before.isEmpty()) {
            var type = EntityType.ofSet(name).orElseThrow(() -> StaError.notFound("There is no set " + name));
            return new Step(type, null, id(matcher.group(2)));
        }
        var last = before.getLast();
        if (!last.isOne()) {
            return null;
        }
        return last.type()
                .relation(name)
                .map(relation -> new Step(relation.to(), relation, id(matcher.group(2))))
                .orElse(null);
    }

    private static @Nullable Long id(@Nullable String text) {
        if (text == null) {
            return null;
        }
        if (!text.matches("-?\\d{1,19}")) {
            throw StaError.notFound("There is nothing with the id " + text);
        }
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw StaError.notFound("There is nothing with the id " + text);
        }
    }

    private static ResourcePath rest(List<Step> steps, List<String> rest) {
        if (rest.isEmpty()) {
            return new ResourcePath(steps, null, List.of(), false, false, "");
        }
        if (rest.equals(List.of("$ref"))) {
            return new ResourcePath(steps, null, List.of(), true, false, "");
        }
        var last = steps.getLast();
        var isValue = rest.getLast().equals("$value");
        var names = rest.subList(0, rest.size() - (isValue ? 1 : 0));
        var parts = names.stream().flatMap(name -> parts(name).stream()).toList();
        var property = last.isOne() && !parts.isEmpty()
                ? last.type().property(parts.getFirst()).orElse(null)
                : null;
        if (property == null) {
            throw StaError.notFound("There is no " + rest.getFirst() + " here");
        }
        return new ResourcePath(steps, property, parts.subList(1, parts.size()), false, isValue, names.getLast());
    }

    /** A name and the places in arrays behind it, as in {@code readings[0][2]}. */
    private static List<String> parts(String segment) {
        var open = segment.indexOf('[');
        if (open <= 0 || !segment.endsWith("]")) {
            return List.of(segment);
        }
        var parts = new ArrayList<>(List.of(segment.substring(0, open)));
        for (var place : segment.substring(open + 1, segment.length() - 1).split("]\\[", -1)) {
            if (!place.matches("\\d{1,6}")) {
                return List.of(segment);
            }
            parts.add(place);
        }
        return parts;
    }
}
