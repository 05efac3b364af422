package org.zhuxi.rights;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.zhuxi.account.Accounts;
import org.zhuxi.account.NewAccount;
import org.zhuxi.kernel.Grant;
import org.zhuxi.kernel.HouseholdRef;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Role;
import org.zhuxi.platform.security.SignedIn;
import org.zhuxi.testing.World;

/** People for every role and place, opened when they are first needed. */
final class Cast {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final Accounts accounts;
    private final Map<Object, Authentication> people = new HashMap<>();

    Cast(Accounts accounts) {
        this.accounts = accounts;
    }

    /** Somebody with one role in one place, living nowhere. */
    Authentication as(Role role, PlacePath place) {
        return people.computeIfAbsent(new Grant(role, place), any -> open(new Grant(role, place), null));
    }

    /** A member of a household who has no role. */
    Authentication memberOf(HouseholdRef household) {
        return people.computeIfAbsent(household, any -> open(null, household));
    }

    private Authentication open(@Nullable Grant grant, @Nullable HouseholdRef household) {
        var username = "cast-" + NUMBER.incrementAndGet();
        accounts.open(
                World.founder(),
                List.of(new NewAccount(
                        username,
                        null,
                        username,
                        World.PASSWORD,
                        grant == null ? Set.of() : Set.of(grant),
                        household == null ? Set.of() : Set.of(household),
                        Origin.SYNTHETIC)));
        var person = new SignedIn(username, "", true, accounts.actorOf(username));
        return UsernamePasswordAuthenticationToken.authenticated(person, null, person.getAuthorities());
    }
}
