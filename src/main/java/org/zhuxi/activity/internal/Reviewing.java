package org.zhuxi.activity.internal;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.zhuxi.activity.ActivityPermissions;
import org.zhuxi.activity.EvidenceFile;
import org.zhuxi.activity.Kinds;
import org.zhuxi.activity.Waiting;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Audited;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.HouseholdRef;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Slice;
import org.zhuxi.place.Community;
import org.zhuxi.place.Household;
import org.zhuxi.place.Places;

/** Puts together what a reviewer needs to decide on records that wait. */
@Component
public class Reviewing {

    private static final int MOST_ROWS = 100;

    private final ReviewStore waiting;
    private final EvidenceStore evidence;
    private final PhotoStore photos;
    private final Rights rights;
    private final Places places;
    private final Kinds kinds;
    private final ApplicationEventPublisher events;

    Reviewing(
            ReviewStore waiting,
            EvidenceStore evidence,
            PhotoStore photos,
            Rights rights,
            Places places,
            Kinds kinds,
            ApplicationEventPublisher events) {
        this.waiting = waiting;
        this.evidence = evidence;
        this.photos = photos;
        this.rights = rights;
        this.places = places;
        this.kinds = kinds;
        this.events = events;
    }

    public Slice<Waiting> waiting(Actor actor, @Nullable PlacePath place, int limit, @Nullable String after) {
        var paths = rights.scope(actor, ActivityPermissions.VERIFY, place);
        var reach = rights.reach(paths);
        var rows = Math.clamp(limit, 1, MOST_ROWS);
        var found = waiting.list(reach, rows + 1, TimeKey.parse(after));
        var shown =
                Slice.of(found, rows, stored -> TimeKey.of(stored.activity()).toString());
        paths.forEach(path -> events.publishEvent(new Audited(actor, "activity.review", "", path, "")));
        return new Slice<>(describe(actor, reach.communities(), shown.items()), shown.next());
    }

    /** One record that still waits and that the actor may review. */
    public Optional<Waiting> find(Actor actor, UUID id) {
        return waiting.find(id)
                .filter(stored -> actor.may(ActivityPermissions.VERIFY, rights.whereNow(stored.activity())))
                .flatMap(stored -> {
                    var community = places.getCommunity(stored.activity().community());
                    return describe(actor, List.of(community), List.of(stored)).stream()
                            .findFirst();
                });
    }

    public long count(Actor actor, @Nullable PlacePath place) {
        return waiting.count(rights.reach(rights.scope(actor, ActivityPermissions.VERIFY, place)));
    }

    private List<Waiting> describe(Actor actor, List<Community> communities, List<Stored> found) {
        var names = communities.stream().collect(Collectors.toMap(Community::id, Community::name));
        var households = households(found);
        var usual = waiting.usual(found);
        var files = evidence.list(found);
        var compared = photos.compare(found);
        return found.stream()
                .map(stored -> describe(actor, stored, new Around(names, households, usual, files, compared)))
                .toList();
    }

    private Waiting describe(Actor actor, Stored stored, Around around) {
        var activity = stored.activity();
        var kind = kinds.get(activity.kind());
        var household = activity.household() == null ? null : around.households.get(activity.household());
        return new Waiting(
                activity,
                kind,
                Objects.requireNonNull(stored.waits()),
                activity.recordedBy().equals(actor.accountId()),
                Objects.requireNonNull(around.communities.get(activity.community())),
                household == null ? null : household.label(),
                around.files.getOrDefault(activity.id(), List.of()),
                around.compared.getOrDefault(activity.id(), List.of()),
                around.usual.hints(kind, activity));
    }

    private Map<UUID, Household> households(List<Stored> found) {
        var refs = found.stream()
                .map(Stored::activity)
                .filter(activity -> activity.household() != null)
                .map(activity -> new HouseholdRef(activity.community(), Objects.requireNonNull(activity.household())))
                .collect(Collectors.toSet());
        return refs.isEmpty() ? Map.of() : places.findHouseholds(refs);
    }

    private record Around(
            Map<CommunityId, Names> communities,
            Map<UUID, Household> households,
            UsualAmounts usual,
            Map<UUID, List<EvidenceFile>> files,
            Map<UUID, List<Waiting.Comparison>> compared) {}
}
