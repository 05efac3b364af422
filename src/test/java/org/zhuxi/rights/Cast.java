package org.zhuxi.rights;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.FactorGrantedAuthority;
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
    private final Consumer<String> welcome;
    private final Map<Object, Authentication> people = new HashMap<>();

    /** @param welcome what is done with each new user name */
    Cast(Accounts accounts, Consumer<String> welcome) {
        this.accounts = accounts;
        this.welcome = welcome;
    }

    /** Somebody with one role in one place, living nowhere. */
    Authentication as(Role role, PlacePath place) {
        return people.computeIfAbsent(new Grant(role, place), any -> open(Set.of(new Grant(role, place)), null));
    }

    /** Somebody with all these roles in one place, living nowhere. What he may not do, none of them may. */
    Authentication asAll(Set<Role> roles, PlacePath place) {
        var grants = roles.stream().map(role -> new Grant(role, place)).collect(Collectors.toSet());
        return people.computeIfAbsent(grants, any -> open(grants, null));
    }

    /** Somebody who has been there before. */
    Authentication known(String username) {
        return people.computeIfAbsent(username, any -> signedIn(username));
    }

    /** A member of a household who has no role. */
    Authentication memberOf(HouseholdRef household) {
        return people.computeIfAbsent(household, any -> open(Set.of(), household));
    }

    private Authentication open(Set<Grant> grants, @Nullable HouseholdRef household) {
        var username = "cast-" + NUMBER.incrementAndGet();
        accounts.open(
                World.founder(),
                List.of(new NewAccount(
                        username,
                        null,
                        username,
                        World.PASSWORD,
                        grants,
                        household == null ? Set.of() : Set.of(household),
                        Origin.SYNTHETIC)));
        welcome.accept(username);
        return signedIn(username);
    }

    private Authentication signedIn(String username) {
        var person = new SignedIn(username, "", true, accounts.actorOf(username));
        return UsernamePasswordAuthenticationToken.authenticated(
                person, null, List.of(FactorGrantedAuthority.fromAuthority(FactorGrantedAuthority.PASSWORD_AUTHORITY)));
    }
}
