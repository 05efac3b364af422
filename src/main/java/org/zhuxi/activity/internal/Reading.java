package org.zhuxi.activity.internal;

import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.zhuxi.activity.Activity;
import org.zhuxi.activity.ActivityDetail;
import org.zhuxi.activity.ActivityFilter;
import org.zhuxi.activity.ActivityPermissions;
import org.zhuxi.activity.Amount;
import org.zhuxi.activity.Kinds;
import org.zhuxi.activity.PublicRecord;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Audited;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.HouseholdRef;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Refused;
import org.zhuxi.kernel.Slice;
import org.zhuxi.place.Places;
import org.zhuxi.transparency.Receipt;
import org.zhuxi.transparency.TransparencyLog;

/** Shows records to those who may see them, and remembers when staff looked at a household. */
@Component
public class Reading {

    static final int MOST_ROWS = 1_000;

    private final ActivityStore activities;
    private final ActivityQueries queries;
    private final DecisionStore decisions;
    private final EvidenceStore evidence;
    private final Rights rights;
    private final Places places;
    private final Kinds kinds;
    private final LoggedActivities logged;
    private final TransparencyLog log;
    private final ApplicationEventPublisher events;

    Reading(
            ActivityStore activities,
            ActivityQueries queries,
            DecisionStore decisions,
            EvidenceStore evidence,
            Rights rights,
            Places places,
            Kinds kinds,
            LoggedActivities logged,
            TransparencyLog log,
            ApplicationEventPublisher events) {
        this.activities = activities;
        this.queries = queries;
        this.decisions = decisions;
        this.evidence = evidence;
        this.rights = rights;
        this.places = places;
        this.kinds = kinds;
        this.logged = logged;
        this.log = log;
        this.events = events;
    }

    public ActivityDetail detail(Actor actor, UUID id) {
        var stored = get(actor, id);
        var community = stored.activity().community();
        return new ActivityDetail(
                stored.activity(),
                stored.waits(),
                stored.verifiedBy() == null ? null : stored.verifiedBy().name(),
                evidence.list(community, id),
                decisions.list(community, id),
                queries.findCorrection(community, id).orElse(null));
    }

    public Activity activity(Actor actor, UUID id) {
        return get(actor, id).activity();
    }

    public Receipt receipt(Actor actor, UUID id) {
        var stored = get(actor, id);
        var batch = logged.batchOf(stored.activity().community(), id);
        return log.receipt(batch, id, LoggedActivities.row(stored));
    }

    private Stored get(Actor actor, UUID id) {
        var stored = activities
                .find(id)
                .filter(found -> rights.mayRead(actor, found.activity()))
                .orElseThrow(() -> new Refused.NotFound(id));
        var activity = stored.activity();
        if (activity.household() != null && !rights.isOwn(actor, activity)) {
            events.publishEvent(Audited.look(actor, activity.household(), activity.place(), "activity " + id));
        }
        return stored;
    }

    public Slice<Activity> list(Actor actor, ActivityFilter filter, int limit, @Nullable String after) {
        var rows = Math.clamp(limit, 1, MOST_ROWS);
        var found = queries.list(reach(actor, filter), filter, rows + 1, DayKey.parse(after));
        return Slice.of(found, rows, activity -> DayKey.of(activity).toString());
    }

    private Rights.Reach reach(Actor actor, ActivityFilter filter) {
        if (filter.household() != null) {
            var community = communityOf(filter.household());
            if (isMember(actor, community, filter.household())) {
                return Rights.Reach.of(places.getCommunity(community));
            }
        }
        var paths = rights.scope(actor, ActivityPermissions.READ, filter.place());
        audit(actor, filter, paths);
        return rights.reach(paths);
    }

    private CommunityId communityOf(UUID household) {
        var found = places.communitiesOfHouseholds(List.of(household)).get(household);
        if (found == null) {
            throw new Refused.NotFound(household);
        }
        return found;
    }

    private static boolean isMember(Actor actor, CommunityId community, UUID household) {
        return Rights.holds(actor, ActivityPermissions.READ) && actor.belongsTo(new HouseholdRef(community, household));
    }

    private void audit(Actor actor, ActivityFilter filter, List<PlacePath> paths) {
        var household = filter.household();
        paths.stream()
                .map(path -> household == null
                        ? new Audited(actor, "activity.list", "", path, "")
                        : Audited.look(actor, household, path, "activities"))
                .forEach(events::publishEvent);
    }

    public PublicRecord publicRecord(UUID id) {
        var stored = activities.find(id).orElseThrow(() -> new Refused.NotFound(id));
        var activity = stored.activity();
        var kind = kinds.get(activity.kind());
        var community = places.getCommunity(activity.community());
        var decided = decisions.list(activity.community(), id);
        return new PublicRecord(
                id,
                kind,
                community.name(),
                community.path(),
                activity.localDate(),
                Amount.of(kind, activity),
                activity.grade(),
                activity.state(),
                stored.verifiedBy() == null ? null : stored.verifiedBy().name(),
                activity.recordedAt(),
                decided.isEmpty() ? null : decided.getLast().at(),
                stored.evidenceCount(),
                HexFormat.of().formatHex(stored.hash().bytes()),
                stored.origin());
    }
}
