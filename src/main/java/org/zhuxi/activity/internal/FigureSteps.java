package org.zhuxi.activity.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhuxi.activity.Kinds;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Period;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Refused;
import org.zhuxi.kernel.Slice;
import org.zhuxi.place.Community;
import org.zhuxi.place.Places;
import org.zhuxi.platform.manifest.FigureSource.Entry;
import org.zhuxi.platform.manifest.FigureSource.Step;
import org.zhuxi.platform.manifest.FigureSource.Trail;
import org.zhuxi.platform.manifest.FigureSource.Value;

/** The steps from a figure down to its records: places, then days, then the records of a day. */
@Component
public class FigureSteps {

    private static final int RECORDS_A_PAGE = 200;

    private final Places places;
    private final Kinds kinds;

    FigureSteps(Places places, Kinds kinds) {
        this.places = places;
        this.kinds = kinds;
    }

    /** Where a figure's values come from. */
    interface Reader {

        Map<CommunityId, Value> byCommunity(Collection<CommunityId> communities, Period period);

        Map<LocalDate, Value> byDay(CommunityId community, Period period);

        List<FigureStore.Line> records(CommunityId community, Period period, int limit, @Nullable DayKey after);

        /** What of a value may be published. */
        Value published(Value value);

        /** What of the parts of a whole may be published side by side. */
        UnaryOperator<List<Step>> publishedSteps();
    }

    Value value(Reader reader, PlacePath place, Period period) {
        return reader.published(
                sum(reader.byCommunity(ids(communities(place)), period).values()));
    }

    Trail trail(Reader reader, PlacePath place, Period period, @Nullable String after) {
        var total = value(reader, place, period);
        var communities = communities(place);
        var only = communities.size() == 1 && communities.getFirst().path().equals(place);
        if (total.suppressed()) {
            return new Trail(total, List.of(), List.of(), null);
        }
        if (!only) {
            return new Trail(total, placesBelow(reader, place, communities, period), List.of(), null);
        }
        var community = communities.getFirst();
        return isOneDay(period)
                ? records(reader, total, community, period, after)
                : days(reader, total, community, period);
    }

    private List<Step> placesBelow(Reader reader, PlacePath place, List<Community> communities, Period period) {
        var values = reader.byCommunity(ids(communities), period);
        var steps = new ArrayList<Step>();
        for (var child : places.childrenOf(place)) {
            var parts = communities.stream()
                    .filter(community -> child.path().contains(community.path()))
                    .map(community -> values.get(community.id()))
                    .filter(java.util.Objects::nonNull)
                    .toList();
            if (!parts.isEmpty()) {
                steps.add(new Step(child.name(), child.path(), period, reader.published(sum(parts))));
            }
        }
        return reader.publishedSteps().apply(steps);
    }

    private static Trail days(Reader reader, Value total, Community community, Period period) {
        var steps = new ArrayList<Step>();
        reader.byDay(community.id(), period).forEach((day, value) -> {
            var name = day.toString();
            var only = new Period(day, day.plusDays(1));
            steps.add(new Step(new Names(name, name), community.path(), only, reader.published(value)));
        });
        return new Trail(total, reader.publishedSteps().apply(steps), List.of(), null);
    }

    private Trail records(Reader reader, Value total, Community community, Period period, @Nullable String after) {
        var found = reader.records(community.id(), period, RECORDS_A_PAGE + 1, DayKey.parse(after));
        var page = Slice.of(found, RECORDS_A_PAGE, line -> new DayKey(line.day(), line.id()).toString());
        var entries = page.items().stream()
                .map(line -> new Entry(
                        line.id(),
                        kinds.get(line.kind()).names(),
                        line.day(),
                        community.name(),
                        line.amount(),
                        line.verifiedBy()))
                .toList();
        return new Trail(total, List.of(), entries, page.next());
    }

    /** Figures are told for communities and what is above them, never for a building or a door. */
    private List<Community> communities(PlacePath place) {
        var communities = places.communitiesAt(place);
        if (communities.stream().anyMatch(community -> !place.contains(community.path()))) {
            throw new Refused.NotFound(place.value());
        }
        return communities;
    }

    private static List<CommunityId> ids(List<Community> communities) {
        return communities.stream().map(Community::id).toList();
    }

    private static boolean isOneDay(Period period) {
        return period.from().plusDays(1).equals(period.to());
    }

    private static Value sum(Collection<Value> parts) {
        return parts.stream()
                .reduce(
                        new Value(BigDecimal.ZERO, BigDecimal.ZERO, 0),
                        (left, right) -> new Value(
                                left.verified().add(right.verified()),
                                left.provisional().add(right.provisional()),
                                left.records() + right.records()));
    }
}
