package org.zhuxi.request;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.Names;

/**
 * Something that can be reported, declared in {@code request/services.yaml}; a service in the words of Open311.
 *
 * @param code stable, such as {@code FIRELANE}
 * @param office who usually does it
 * @param workingDays within which it is answered
 * @param radiusMetres within which another report of it may be the same
 * @param anonymous whether it may be reported without account and telephone
 * @param stopper what to do first when it is dangerous now, or null
 * @param attributes extra questions, in order
 */
public record ServiceType(
        String code,
        Names names,
        Names description,
        Names group,
        List<String> keywords,
        Names office,
        int workingDays,
        int radiusMetres,
        boolean anonymous,
        @Nullable Names stopper,
        List<Attribute> attributes) {

    public ServiceType {
        keywords = List.copyOf(keywords);
        attributes = List.copyOf(Objects.requireNonNullElse(attributes, List.of()));
    }

    /**
     * An extra question; its answers are chosen from a list, so that no personal data comes in.
     *
     * @param several whether more than one may be chosen
     */
    public record Attribute(String code, Names names, boolean required, boolean several, List<Choice> values) {

        public Attribute {
            values = List.copyOf(values);
        }

        /** Whether this is one of its answers. */
        public boolean has(String key) {
            return values.stream().anyMatch(value -> value.key().equals(key));
        }
    }

    /** One answer of a list. */
    public record Choice(String key, Names names) {}
}
