package org.zhuxi.activity.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhuxi.activity.Activity;
import org.zhuxi.activity.ActivityPermissions;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.Grant;
import org.zhuxi.kernel.HouseholdRef;
import org.zhuxi.kernel.Permission;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Refused;
import org.zhuxi.place.Community;
import org.zhuxi.place.Places;

/** Who may see which records. */
@Component
class Rights {

    private final Places places;

    Rights(Places places) {
        this.places = places;
    }

    /** Whether the record is the actor's own business: of his household, or recorded by himself. */
    boolean isOwn(Actor actor, Activity activity) {
        var household = activity.household();
        return holds(actor, ActivityPermissions.READ)
                && (activity.recordedBy().equals(actor.accountId())
                        || (household != null && actor.belongsTo(new HouseholdRef(activity.community(), household))));
    }

    boolean mayRead(Actor actor, Activity activity) {
        return isOwn(actor, activity) || actor.may(ActivityPermissions.READ, whereNow(activity));
    }

    /** Where the place of a record stands today; its community may have come to another street since. */
    PlacePath whereNow(Activity activity) {
        var home = places.getCommunity(activity.community()).path();
        return home.contains(activity.place()) ? activity.place() : home;
    }

    /** Whether a token, if one is used, carries the permission's scope. */
    static boolean holds(Actor actor, Permission permission) {
        var scopes = actor.scopes();
        return actor.isSignedIn() && (scopes == null || scopes.contains(permission.scope()));
    }

    /** The place asked for, or all places where a role of the actor brings the permission. */
    List<PlacePath> scope(Actor actor, Permission permission, @Nullable PlacePath place) {
        if (place != null) {
            actor.require(permission, place);
            return List.of(place);
        }
        if (!actor.mayAnywhere(permission)) {
            throw new Refused.Forbidden(permission.code());
        }
        return actor.grants().stream()
                .filter(grant -> permission.roles().contains(grant.role()))
                .map(Grant::place)
                .distinct()
                .toList();
    }

    /** The communities at, below or around the paths. */
    Reach reach(List<PlacePath> paths) {
        var communities = new LinkedHashMap<CommunityId, Community>();
        var whole = new LinkedHashSet<CommunityId>();
        var narrower = new ArrayList<PlacePath>();
        for (var path : paths) {
            for (var community : places.communitiesAt(path)) {
                communities.put(community.id(), community);
                if (path.contains(community.path())) {
                    whole.add(community.id());
                } else {
                    narrower.add(path);
                }
            }
        }
        return new Reach(List.copyOf(communities.values()), Set.copyOf(whole), List.copyOf(narrower));
    }

    /**
     * Where to look.
     *
     * @param whole those of the communities of which everything is meant
     * @param within paths below a community; of the other communities only what lies at or below them is meant
     */
    record Reach(List<Community> communities, Set<CommunityId> whole, List<PlacePath> within) {

        /** A condition on the records of {@link #communities}; a record of long ago may name another street than today's. */
        static final String INSIDE = """
                (community_id = any(:whole)
                 or exists (select from unnest(:within) as path where place_path = path or place_path like path || '/%'))
                """;

        static Reach of(Community community) {
            return new Reach(List.of(community), Set.of(community.id()), List.of());
        }

        Integer[] ids() {
            return communities.stream().map(community -> community.id().value()).toArray(Integer[]::new);
        }

        Integer[] wholeIds() {
            return whole.stream().map(CommunityId::value).toArray(Integer[]::new);
        }

        String[] paths() {
            return within.stream().map(PlacePath::value).toArray(String[]::new);
        }
    }
}
