package org.zhuxi.place.internal;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.PlaceNames;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.place.Place;

/** Names of places for modules that know only paths. */
@Component
class PathNames implements PlaceNames {

    private final PlaceFinder finder;

    PathNames(PlaceFinder finder) {
        this.finder = finder;
    }

    @Override
    public Map<PlacePath, Names> namesOf(Collection<PlacePath> paths) {
        return paths.stream()
                .distinct()
                .flatMap(path -> finder.findByPath(path).stream())
                .collect(Collectors.toMap(Place::path, Place::name));
    }

    @Override
    public Map<String, PlacePath> pathsOf(Collection<String> codes) {
        return finder.findByCodes(codes).values().stream().collect(Collectors.toMap(Place::code, Place::path));
    }
}
