package org.zhuxi.account.internal;

import java.util.Objects;
import org.zhuxi.kernel.Role;

/**
 * What was typed into the form that opens an account, kept as it is.
 *
 * @param place path of one of the worker's own places
 * @param part what part of it, such as Q1-B03; empty for all of it
 */
public record PersonForm(String name, String username, String phone, Role role, String place, String part) {

    static final PersonForm EMPTY = new PersonForm("", "", "", Role.RESIDENT, "", "");

    @SuppressWarnings("NullAway") // a form may come without some of its fields
    public PersonForm {
        name = Objects.requireNonNullElse(name, "");
        username = Objects.requireNonNullElse(username, "");
        phone = Objects.requireNonNullElse(phone, "");
        role = Objects.requireNonNullElse(role, Role.RESIDENT);
        place = Objects.requireNonNullElse(place, "");
        part = Objects.requireNonNullElse(part, "");
    }
}
