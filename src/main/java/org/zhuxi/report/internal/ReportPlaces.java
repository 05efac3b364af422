package org.zhuxi.report.internal;

import java.time.Clock;
import java.time.Year;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Permission;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Refused;
import org.zhuxi.place.Place;
import org.zhuxi.place.PlaceKind;
import org.zhuxi.place.Places;
import org.zhuxi.report.Deadline;
import org.zhuxi.report.ReportRefused;

/** Places that report, from community to nation, and the years for which they may. */
@Component
public class ReportPlaces {

    /** The first year of the campaign. */
    public static final int FIRST_YEAR = 2020;

    private final Places places;
    private final Clock clock;

    ReportPlaces(Places places, Clock clock) {
        this.places = places;
        this.clock = clock;
    }

    /** @throws ReportRefused.NoPlace when the code names no place from community to nation */
    public Place typed(String code) {
        return places.findByCode(code.strip()).filter(ReportPlaces::reports).orElseThrow(ReportRefused.NoPlace::new);
    }

    private static boolean reports(Place place) {
        return place.kind().ordinal() <= PlaceKind.COMMUNITY.ordinal();
    }

    /** @throws ReportRefused.NoYear before the campaign or after this year */
    public void requireYear(int year) {
        if (year < FIRST_YEAR || year > thisYear()) {
            throw new ReportRefused.NoYear();
        }
    }

    public int thisYear() {
        return Year.now(clock.withZone(Deadline.ZONE)).getValue();
    }

    /** @throws Refused.NotFound when there is none */
    public Place get(String code) {
        return places.findByCode(code.strip())
                .filter(ReportPlaces::reports)
                .orElseThrow(() -> new Refused.NotFound(code));
    }

    /** The place somebody names, or the widest in which he may. */
    public Place of(Actor actor, Permission permission, @Nullable String code) {
        if (code != null && !code.isBlank()) {
            return get(code);
        }
        return actor.grants().stream()
                .filter(grant -> actor.may(permission, grant.place()))
                .map(grant -> grant.place())
                .min(Comparator.comparingInt((PlacePath path) -> path.andAbove().size())
                        .thenComparing(PlacePath::value))
                .flatMap(places::findByPath)
                .orElseThrow(() -> new Refused.Forbidden(permission.code()));
    }

    /** The office that receives from a place: the one directly above, for the nation itself. */
    public static PlacePath above(PlacePath path) {
        var way = path.andAbove();
        return way.size() > 1 ? way.get(1) : path;
    }

    /** The place and what contains it, the widest first. */
    public List<Place> wayTo(PlacePath path) {
        return places.wayTo(path);
    }

    public List<Place> below(PlacePath path) {
        return places.childrenOf(path);
    }

    /** Where the tree branches at or below a place: a level that holds a single division, such as 市辖区, says nothing. */
    public PlacePath branching(PlacePath path) {
        var at = path;
        var below = places.childrenOf(at);
        while (below.size() == 1 && below.getFirst().kind().ordinal() < PlaceKind.STREET.ordinal()) {
            at = below.getFirst().path();
            below = places.childrenOf(at);
        }
        return at;
    }

    /** All places of a level below a place. */
    public List<Place> below(Place place, PlaceKind level) {
        var found = new ArrayList<Place>();
        var layer = List.of(place);
        while (!layer.isEmpty()) {
            layer = layer.stream()
                    .flatMap(one -> places.childrenOf(one.path()).stream())
                    .filter(one -> one.kind().ordinal() <= level.ordinal())
                    .toList();
            layer.stream().filter(one -> one.kind() == level).forEach(found::add);
        }
        return found;
    }
}
