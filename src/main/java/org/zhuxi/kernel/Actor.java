package org.zhuxi.kernel;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who acts: a signed-in person, a device with a token, or nobody in particular.
 *
 * @param accountId the account, or null for a visitor
 * @param name what others see, such as 张督导
 * @param grants roles in places
 * @param households households this person belongs to
 * @param scopes what the token in use may do, or null when the person is signed in himself and not limited by a token
 */
public record Actor(
        @Nullable UUID accountId,
        String name,
        Set<Grant> grants,
        Set<HouseholdRef> households,
        @Nullable Set<String> scopes) {

    /** A visitor without an account. */
    public static final Actor VISITOR = new Actor(null, "", Set.of(), Set.of(), null);

    public Actor {
        grants = Set.copyOf(grants);
        households = Set.copyOf(households);
        scopes = scopes == null ? null : Set.copyOf(scopes);
    }

    /** Whether a role of this actor brings the permission in that place. */
    public boolean may(Permission permission, PlacePath place) {
        return hasScope(permission.scope())
                && grants.stream()
                        .anyMatch(grant -> permission.roles().contains(grant.role())
                                && grant.place().contains(place));
    }

    /** Whether a role of this actor brings the permission anywhere at all; for menus. */
    public boolean mayAnywhere(Permission permission) {
        return hasScope(permission.scope())
                && grants.stream().anyMatch(grant -> permission.roles().contains(grant.role()));
    }

    public boolean has(Role role) {
        return grants.stream().anyMatch(grant -> grant.role() == role);
    }

    public boolean belongsTo(HouseholdRef household) {
        return households.contains(household);
    }

    /** Whether this is a member of the household and no token keeps the member from doing there what needs that scope. */
    public boolean actsFor(HouseholdRef household, String scope) {
        return belongsTo(household) && hasScope(scope);
    }

    public boolean isSignedIn() {
        return accountId != null;
    }

    /** @throws Refused.Forbidden unless the actor may */
    public void require(Permission permission, PlacePath place) {
        if (!may(permission, place)) {
            throw new Refused.Forbidden(permission.code());
        }
    }

    /** The account of an actor who must be signed in. */
    public UUID account() {
        if (accountId == null) {
            throw new Refused.Forbidden("sign-in");
        }
        return accountId;
    }

    private boolean hasScope(String scope) {
        return scopes == null || scopes.contains(scope);
    }
}
