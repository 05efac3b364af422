package org.zhuxi.waste.visit;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Audited;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.HouseholdRef;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Refused;
import org.zhuxi.kernel.Slice;
import org.zhuxi.place.Household;
import org.zhuxi.place.Place;
import org.zhuxi.place.Places;
import org.zhuxi.waste.AccuracyLine;
import org.zhuxi.waste.SortingTally;
import org.zhuxi.waste.WastePermissions;
import org.zhuxi.waste.WasteRefused;
import org.zhuxi.waste.internal.visit.RoundStore;

/** Rounds of visits: which doors to ring at, in order, how far they have come and what changed. */
@Service
public class VisitRounds {

    private static final int LONGEST_NAME = 60;
    private static final int MOST_DOORS = 500;
    private static final int REACHED_DAYS = 180;
    private static final int POOR_DAYS = 60;
    private static final int POOR_BAGS = 2;
    private static final int RESULT_DAYS = 30;
    private static final int PAGE = 1_000;

    private final RoundStore store;
    private final Places places;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    VisitRounds(RoundStore store, Places places, Clock clock, ApplicationEventPublisher events) {
        this.store = store;
        this.places = places;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Plans a round of at most so many doors at or below a place of a community, in the order of the doors. Those who said they
     * want no visit are left out, whatever the source.
     */
    @Transactional
    public VisitRound plan(Actor actor, Place at, Plan plan, Origin origin) {
        actor.require(VisitPermissions.PLAN, at.path());
        var community = at.community();
        require(community != null, "place", "waste-community-needed", at.code());
        var name = plan.name().strip();
        require(!name.isEmpty() && name.length() <= LONGEST_NAME, "name", "visit-round-name", LONGEST_NAME);
        require(plan.most() >= 1 && plan.most() <= MOST_DOORS, "most", "whole-number", 1, MOST_DOORS);
        var today = today(Objects.requireNonNull(community));
        require(!plan.dueOn().isBefore(today) || origin != Origin.RECORDED, "dueOn", "visit-due", today.toString());
        var doors = doors(actor, at, community, plan, today);
        require(!doors.isEmpty(), "source", "visit-no-doors");
        var round =
                new VisitRound(community, Ids.next(), name, plan.source(), plan.dueOn(), doors.size(), 0, 0, origin);
        store.insert(round, doors, actor.account(), clock.instant());
        events.publishEvent(new Audited(
                actor, "visit.planned", round.id().toString(), at.path(), doors.size() + " doors, " + name));
        return round;
    }

    /** @param most doors on the list */
    public record Plan(String name, VisitRound.Source source, LocalDate dueOn, int most) {}

    private List<UUID> doors(Actor actor, Place at, CommunityId community, Plan plan, LocalDate today) {
        var left = new HashSet<>(store.unwilling(community));
        Set<UUID> only = null;
        switch (plan.source()) {
            case ALL -> {}
            case NOT_REACHED -> left.addAll(store.metSince(community, today.minusDays(REACHED_DAYS)));
            case POOR_SORTING -> only = store.poorSince(community, today.minusDays(POOR_DAYS), POOR_BAGS);
        }
        var doors = new ArrayList<UUID>();
        @Nullable String after = null;
        do {
            var page = places.listHouseholds(actor, at.path(), null, PAGE, after);
            for (var household : page.items()) {
                var id = household.ref().id();
                if (doors.size() < plan.most() && !left.contains(id) && (only == null || only.contains(id))) {
                    doors.add(id);
                }
            }
            after = page.next();
        } while (after != null && doors.size() < plan.most());
        return doors;
    }

    /** A community's rounds, the latest first. */
    @Transactional(readOnly = true)
    public Slice<VisitRound> list(Actor actor, CommunityId community, int limit, @Nullable String after) {
        actor.require(VisitPermissions.VISIT, pathOf(community));
        var rows = store.list(community, limit + 1, Ids.after(after));
        return Slice.of(rows, limit, round -> round.id().toString());
    }

    @Transactional(readOnly = true)
    public VisitRound get(Actor actor, UUID id) {
        var round = store.find(id).orElseThrow(() -> new Refused.NotFound(id));
        actor.require(VisitPermissions.VISIT, pathOf(round.community()));
        return round;
    }

    /** The doors of a round in order, for the team; audited. */
    @Transactional
    public Slice<Stop> stops(Actor actor, VisitRound round, int limit, @Nullable String after) {
        actor.require(VisitPermissions.VISIT, pathOf(round.community()));
        var rows = store.stops(round, false, limit + 1, position(after));
        var slice = Slice.of(rows, limit, stop -> Integer.toString(stop.position()));
        audit(actor, "visit.list", round, slice.items().size() + " doors");
        return new Slice<>(named(round, slice.items()), slice.next());
    }

    /** The next door at which nobody has rung, behind a position; empty when the round is done. Audited. */
    @Transactional
    public java.util.Optional<Stop> next(Actor actor, VisitRound round, int behind) {
        actor.require(VisitPermissions.VISIT, pathOf(round.community()));
        var rows = store.stops(round, true, 1, behind);
        if (!rows.isEmpty()) {
            audit(actor, "visit.door", round, "door " + rows.getFirst().position());
        }
        return named(round, rows).stream().findFirst();
    }

    private static int position(@Nullable String after) {
        if (after == null || after.isBlank()) {
            return 0;
        }
        try {
            return Integer.parseInt(after);
        } catch (NumberFormatException e) {
            throw new Refused.NotFound(after);
        }
    }

    private List<Stop> named(VisitRound round, List<RoundStore.StopRow> rows) {
        var known = places.findHouseholds(RoundStore.households(rows).stream()
                .map(id -> new HouseholdRef(round.community(), id))
                .toList());
        return rows.stream()
                .map(row -> {
                    Household household = known.get(row.householdId());
                    return new Stop(
                            new HouseholdRef(round.community(), row.householdId()),
                            row.position(),
                            household == null ? "" : household.label(),
                            row.outcome() == null ? null : Outcome.valueOf(row.outcome()),
                            row.lastMet());
                })
                .toList();
    }

    /**
     * A before/after line for each visited building, never for a household. Buildings with fewer than five visited households
     * are withheld from those who may not see households.
     */
    @Transactional(readOnly = true)
    public List<BuildingResult> results(Actor actor, VisitRound round) {
        var path = pathOf(round.community());
        actor.require(WastePermissions.READ_ACCURACY, path);
        var seesAll = actor.may(WastePermissions.READ_HOUSEHOLD_ACCURACY, path);
        var rows = store.results(round, RESULT_DAYS);
        var buildings = places.findByCodes(
                rows.stream().map(RoundStore.ResultRow::buildingCode).toList());
        return rows.stream()
                .map(row -> {
                    var building = buildings.get(row.buildingCode());
                    return result(
                            row,
                            building == null
                                    ? row.buildingCode()
                                    : building.name().zh());
                })
                .map(line -> seesAll || line.households() >= AccuracyLine.FEWEST_HOUSEHOLDS ? line : line.withheld())
                .toList();
    }

    private static BuildingResult result(RoundStore.ResultRow row, String name) {
        return new BuildingResult(
                row.buildingCode(),
                name,
                row.households(),
                new SortingTally(row.beforeA(), row.beforeGraded(), row.beforeCorrect(), row.beforeChecked()),
                new SortingTally(row.afterA(), row.afterGraded(), row.afterCorrect(), row.afterChecked()),
                false);
    }

    private PlacePath pathOf(CommunityId community) {
        return places.getCommunity(community).path();
    }

    private LocalDate today(CommunityId community) {
        return clock.instant().atZone(places.getCommunity(community).zone()).toLocalDate();
    }

    private void audit(Actor actor, String action, VisitRound round, String detail) {
        events.publishEvent(new Audited(actor, action, round.id().toString(), pathOf(round.community()), detail));
    }

    private static void require(boolean kept, String field, String slug, Object... arguments) {
        if (!kept) {
            throw new WasteRefused.Unreadable(field, slug, arguments);
        }
    }
}
