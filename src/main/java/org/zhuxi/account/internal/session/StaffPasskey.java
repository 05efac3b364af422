package org.zhuxi.account.internal.session;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.stereotype.Component;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Role;
import org.zhuxi.platform.security.SignedIn;

/**
 * Where the operator wants passkeys of those who decide about others or see many households, a session without one does not
 * have their roles: nothing has to remember to ask, and what the person may do as a resident stays.
 */
@Component
public class StaffPasskey {

    /** What a session has whose roles are withheld. */
    private static final GrantedAuthority WITHHELD = new SimpleGrantedAuthority("ROLES_WITHHELD");

    private static final Set<Role> FAR_REACHING = EnumSet.of(
            Role.COMMUNITY_CLERK,
            Role.COMMUNITY_HEAD,
            Role.VERIFIER,
            Role.STREET_OFFICER,
            Role.COUNTY_OFFICER,
            Role.CITY_OFFICER,
            Role.PROVINCE_OFFICER,
            Role.NATION_OFFICER,
            Role.FUNDER_OFFICER,
            Role.FINANCE,
            Role.APPROVER,
            Role.CERTIFIER,
            Role.DATA_STEWARD,
            Role.AUDITOR,
            Role.OPERATOR);

    private final Policy policy;

    StaffPasskey(@Value("${zhuxi.security.staff-passkey:offered}") Policy policy) {
        this.policy = policy;
    }

    /** Whether such staff may sign in without a passkey. */
    public enum Policy {
        OFFERED,
        REQUIRED
    }

    public static boolean isFarReaching(Role role) {
        return FAR_REACHING.contains(role);
    }

    /** Somebody who is signed in, with the roles that his proofs are enough for. */
    public Authentication authenticated(SignedIn person, Collection<? extends GrantedAuthority> proofs) {
        if (isEnough(person.actor(), proofs)) {
            return UsernamePasswordAuthenticationToken.authenticated(person, null, proofs);
        }
        var authorities = new ArrayList<GrantedAuthority>(proofs);
        authorities.add(WITHHELD);
        return UsernamePasswordAuthenticationToken.authenticated(limited(person), null, authorities);
    }

    /** Somebody whom his browser's cookie signs in, which proves nothing. */
    public SignedIn remembered(SignedIn person) {
        return isEnough(person.actor(), List.of()) ? person : limited(person);
    }

    public static boolean isWithheld(@Nullable Authentication signedIn) {
        return signedIn != null && signedIn.getAuthorities().contains(WITHHELD);
    }

    private boolean isEnough(Actor actor, Collection<? extends GrantedAuthority> proofs) {
        return policy == Policy.OFFERED
                || actor.grants().stream().noneMatch(grant -> isFarReaching(grant.role()))
                || proofs.stream()
                        .anyMatch(proof -> FactorGrantedAuthority.WEBAUTHN_AUTHORITY.equals(proof.getAuthority()));
    }

    private static SignedIn limited(SignedIn person) {
        var actor = person.actor();
        var kept = actor.grants().stream()
                .filter(grant -> !isFarReaching(grant.role()))
                .collect(Collectors.toSet());
        return new SignedIn(
                person.username(),
                person.passwordHash(),
                person.active(),
                new Actor(actor.accountId(), actor.name(), kept, actor.households(), actor.scopes()));
    }
}
