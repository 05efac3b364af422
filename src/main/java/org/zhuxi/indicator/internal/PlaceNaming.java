package org.zhuxi.indicator.internal;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.zhuxi.indicator.IndicatorRefused;
import org.zhuxi.indicator.ReportPeriod;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Refused;
import org.zhuxi.place.Place;
import org.zhuxi.place.PlaceKind;
import org.zhuxi.place.Places;

/** Finds places from nation to community, those that have ended as well. */
@Component
public class PlaceNaming {

    private static final int CODE = 12;
    private static final int DEEPEST = 5;

    private final Places places;

    PlaceNaming(Places places) {
        this.places = places;
    }

    /** The code of the place at a path from nation to community. */
    public static String codeOf(PlacePath path) {
        var segment = path.value().substring(path.value().lastIndexOf('/') + 1);
        return segment + "0".repeat(Math.max(0, CODE - segment.length()));
    }

    /**
     * The place at a path, or with a code, as it is now or was in the period.
     *
     * @throws Refused.NotFound when there is none, or it lies inside a community
     */
    public Place get(String pathOrCode, ReportPeriod period) {
        return find(pathOrCode, period).orElseThrow(() -> new Refused.NotFound(pathOrCode));
    }

    private Optional<Place> find(String pathOrCode, ReportPeriod period) {
        if (!pathOrCode.startsWith("/")) {
            return byCode(pathOrCode.strip(), period).filter(PlaceNaming::isCounted);
        }
        try {
            var path = new PlacePath(pathOrCode);
            return path.andAbove().size() > DEEPEST + 1
                    ? Optional.empty()
                    : byCode(codeOf(path), period).map(place -> at(place, path));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** A place that stood elsewhere in the period keeps the path it is asked for by. */
    private static Place at(Place place, PlacePath path) {
        return new Place(place.code(), place.kind(), place.name(), path, place.community(), place.id());
    }

    private Optional<Place> byCode(String code, ReportPeriod period) {
        return places.findByCode(code).or(() -> places.findByCode(code, lastDay(period)));
    }

    private static LocalDate lastDay(ReportPeriod period) {
        return period.days().to().minusDays(1);
    }

    private static boolean isCounted(Place place) {
        return place.kind().ordinal() <= PlaceKind.COMMUNITY.ordinal();
    }

    /** The place with a code as it is today; the nation when the code is empty. @throws Refused.NotFound when there is none */
    Place today(String code) {
        return (code.isBlank() ? places.findByPath(PlacePath.NATION) : places.findByCode(code.strip()))
                .orElseThrow(() -> new Refused.NotFound(code));
    }

    /** A place as somebody typed its code. @throws IndicatorRefused.NoPlace when it names none */
    public Place typed(String code) {
        return places.findByCode(code.strip())
                .filter(PlaceNaming::isCounted)
                .orElseThrow(IndicatorRefused.NoPlace::new);
    }

    /** The places at these paths; those nobody knows any more are missing. */
    Map<PlacePath, Place> at(Collection<PlacePath> paths, ReportPeriod period) {
        var today = places.findByCodes(paths.stream().map(PlaceNaming::codeOf).toList());
        var found = new HashMap<PlacePath, Place>();
        for (var path : paths) {
            var code = codeOf(path);
            Optional.ofNullable(today.get(code))
                    .or(() -> places.findByCode(code, lastDay(period)))
                    .ifPresent(place -> found.put(path, at(place, path)));
        }
        return found;
    }
}
