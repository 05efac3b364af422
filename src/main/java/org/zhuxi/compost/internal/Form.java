package org.zhuxi.compost.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Typed;

/** The fields of a form as they were typed; a field that was not sent is empty. */
public record Form(Map<String, String> fields) {

    static final Form NOTHING = new Form(Map.of());

    public Form {
        fields = Map.copyOf(fields);
    }

    /** The field as typed. */
    public String get(String field) {
        return fields.getOrDefault(field, "");
    }

    /** The field, or what stands there when nothing was sent. */
    public String get(String field, String otherwise) {
        return fields.getOrDefault(field, otherwise);
    }

    /** Whether something was typed. */
    public boolean has(String field) {
        return !get(field).isBlank();
    }

    public boolean is(String field, String value) {
        return get(field).equals(value);
    }

    /** A number, or null when nothing was typed. @throws org.zhuxi.kernel.Mistyped when it is none */
    @Nullable
    BigDecimal findNumber(String field) {
        return has(field) ? Typed.number(field, get(field)) : null;
    }

    BigDecimal number(String field) {
        return Typed.number(field, Typed.words(field, get(field), 40));
    }

    LocalDate day(String field) {
        return Typed.day(field, get(field));
    }

    /** The id the page sent along, so that sending it again counts once; a fresh one when it sent none. */
    UUID id() {
        return has("id") ? Ids.read(get("id")) : Ids.next();
    }
}
