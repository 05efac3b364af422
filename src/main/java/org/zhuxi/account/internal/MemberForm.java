package org.zhuxi.account.internal;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuxi.account.NewMember;
import org.zhuxi.account.PeopleRefused;
import org.zhuxi.kernel.Origin;

/** The form for a member without an account, as it was typed. */
public record MemberForm(
        @Nullable String nickname,
        @Nullable String birthYear,
        @Nullable String guardian,
        @Nullable Boolean agreed) {

    static final MemberForm EMPTY = new MemberForm(null, null, null, null);

    public String value(@Nullable String typed) {
        return typed == null ? "" : typed;
    }

    NewMember toMember() {
        return new NewMember(value(nickname), year(), guardianId(), Boolean.TRUE.equals(agreed), Origin.RECORDED);
    }

    private @Nullable Integer year() {
        var typed = value(birthYear).strip();
        if (typed.isEmpty()) {
            return null;
        }
        // anything else than four digits is no year and answered as such
        return typed.matches("[0-9]{4}") ? Integer.valueOf(typed) : Integer.valueOf(0);
    }

    private @Nullable UUID guardianId() {
        try {
            return value(guardian).isBlank() ? null : UUID.fromString(value(guardian));
        } catch (IllegalArgumentException e) {
            throw new PeopleRefused.NoGuardian();
        }
    }
}
