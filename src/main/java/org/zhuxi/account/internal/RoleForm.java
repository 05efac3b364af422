package org.zhuxi.account.internal;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.Role;

/**
 * What was typed into the form that gives a role, kept as it is.
 *
 * @param place path of one of the giver's own places
 * @param part what part of it, such as Q1-B03; empty for all of it
 */
public record RoleForm(
        String username,
        Role role,
        String place,
        String part,
        @Nullable String organisation,
        String until) {

    static final RoleForm EMPTY = new RoleForm("", Role.STEWARD, "", "", null, "");

    @SuppressWarnings("NullAway") // a form may come without some of its fields
    public RoleForm {
        username = Objects.requireNonNullElse(username, "");
        role = Objects.requireNonNullElse(role, Role.STEWARD);
        place = Objects.requireNonNullElse(place, "");
        part = Objects.requireNonNullElse(part, "");
        until = Objects.requireNonNullElse(until, "");
        organisation = organisation == null || organisation.isBlank() ? null : organisation.strip();
    }
}
