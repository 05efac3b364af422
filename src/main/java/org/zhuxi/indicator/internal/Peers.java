package org.zhuxi.indicator.internal;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.place.Community;
import org.zhuxi.place.Place;
import org.zhuxi.place.PlaceKind;
import org.zhuxi.place.Places;

/** Which places are of the same kind: for a community those with the same kind of estates, for others their neighbours. */
@Component
public class Peers {

    private static final int ENOUGH = 5;

    private final Places places;

    Peers(Places places) {
        this.places = places;
    }

    /** What a community and its peers have in common, such as 老旧小区; empty for other places. */
    public Optional<Names> kindOf(Place place) {
        return community(place).flatMap(community -> Optional.ofNullable(community.estateType()));
    }

    /** The place and its peers, of the nearest place above that has five; in no order. */
    public List<Place> of(Place place) {
        if (place.kind() != PlaceKind.COMMUNITY) {
            return place.path().equals(PlacePath.NATION)
                    ? List.of()
                    : places.childrenOf(place.path().andAbove().get(1));
        }
        return kindOf(place).map(kind -> alike(place, kind)).orElse(List.of());
    }

    private List<Place> alike(Place place, Names kind) {
        List<Place> alike = List.of();
        var above = place.path().andAbove();
        for (var around : above.subList(1, above.size())) {
            alike = places.communitiesAt(around).stream()
                    .filter(other -> kind.equals(other.estateType()))
                    .map(other ->
                            new Place(other.code(), PlaceKind.COMMUNITY, other.name(), other.path(), other.id(), null))
                    .toList();
            if (alike.size() >= ENOUGH) {
                return alike;
            }
        }
        return alike;
    }

    private Optional<Community> community(Place place) {
        return Optional.ofNullable(place.community()).map(places::getCommunity);
    }
}
