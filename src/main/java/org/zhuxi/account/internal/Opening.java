package org.zhuxi.account.internal;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhuxi.account.AccountRefused;
import org.zhuxi.account.NewAccount;
import org.zhuxi.kernel.Grant;
import org.zhuxi.kernel.Origin;

/** Makes of a filled form an account to be opened, with a password that nobody knows: its owner chooses one with a code. */
@Component
class Opening {

    private static final int LONGEST_NAME = 60;

    private final OwnPlaces places;

    Opening(OwnPlaces places) {
        this.places = places;
    }

    NewAccount of(PersonForm form) {
        var name = form.name().strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw new AccountRefused.WrongName();
        }
        return new NewAccount(
                form.username().strip(),
                phoneIn(form.phone()),
                name,
                Secret.next("").text(),
                Set.of(new Grant(form.role(), places.within(form.place(), form.part()))),
                Set.of(),
                Origin.RECORDED);
    }

    private static @Nullable String phoneIn(String typed) {
        var phone = Actors.normalized(typed);
        return phone.isEmpty() ? null : phone;
    }
}
