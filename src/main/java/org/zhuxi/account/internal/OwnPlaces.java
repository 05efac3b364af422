package org.zhuxi.account.internal;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.zhuxi.account.AccountRefused;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Grant;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Permission;
import org.zhuxi.kernel.PlaceNames;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Refused;

/** The places in which somebody has a permission by a role of his own, with their names. */
@Component
public class OwnPlaces {

    private final ObjectProvider<PlaceNames> names;

    OwnPlaces(ObjectProvider<PlaceNames> names) {
        this.names = names;
    }

    public List<PlacePath> of(Actor actor, Permission permission) {
        var places = new TreeSet<PlacePath>(Comparator.comparing(PlacePath::value));
        actor.grants().stream()
                .filter(grant -> permission.roles().contains(grant.role()))
                .map(Grant::place)
                .filter(place -> actor.may(permission, place))
                .forEach(places::add);
        return List.copyOf(places);
    }

    /** The place asked for, or the first of the actor's own. */
    public PlacePath choose(Actor actor, Permission permission, @Nullable String path) {
        if (path == null || path.isBlank()) {
            return of(actor, permission).stream()
                    .findFirst()
                    .orElseThrow(() -> new Refused.Forbidden(permission.code()));
        }
        try {
            return new PlacePath(path.strip());
        } catch (IllegalArgumentException e) {
            throw new Refused.NotFound(path);
        }
    }

    /**
     * A place and, within it, the part that was typed, such as Q1-B03.
     *
     * @throws AccountRefused.PlaceOutOfReach when there is no such place
     */
    public PlacePath within(String place, String typedPart) {
        var part = typedPart.strip().replace('-', '/');
        var path = part.isEmpty() ? place : place + "/" + part;
        if (!path.matches("/|(/[A-Za-z0-9-]+)+") || !exists(new PlacePath(path))) {
            throw new AccountRefused.PlaceOutOfReach(path);
        }
        return new PlacePath(path);
    }

    public boolean exists(PlacePath place) {
        return namesOf(Set.of(place)).containsKey(place);
    }

    /** Names by path; a place that is not in the register shows its path. */
    public Map<String, Names> labels(Iterable<PlacePath> places) {
        var asked = new TreeSet<PlacePath>(Comparator.comparing(PlacePath::value));
        places.forEach(asked::add);
        var known = namesOf(asked);
        var labels = new LinkedHashMap<String, Names>();
        asked.forEach(place ->
                labels.put(place.value(), known.getOrDefault(place, new Names(place.value(), place.value()))));
        return labels;
    }

    private Map<PlacePath, Names> namesOf(Set<PlacePath> places) {
        return names.stream().map(source -> source.namesOf(places)).findFirst().orElse(Map.of());
    }
}
