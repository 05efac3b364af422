package org.zhuxi.waste.chain;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Refused;
import org.zhuxi.place.PlaceKind;
import org.zhuxi.place.Places;
import org.zhuxi.waste.Accuracy;
import org.zhuxi.waste.AccuracyLine;

/**
 * Where waste is mixed, from grades and inspections. Ranked by the lower end of an interval, so that two bad bags blame nobody.
 * Rights and withholding are those of {@link Accuracy}.
 */
@Service
public class Hotspots {

    private static final int PAGE = 500;

    private final Accuracy accuracy;
    private final Places places;

    Hotspots(Accuracy accuracy, Places places) {
        this.accuracy = accuracy;
        this.places = places;
    }

    /** The buildings of a community, or the communities of a place above. */
    @Transactional(readOnly = true)
    public HotspotReport read(Actor actor, PlacePath at, YearMonth month) {
        return HotspotReport.of(accuracy.read(actor, at, month));
    }

    /** The same for everybody: only what singles out nobody. */
    @Transactional(readOnly = true)
    public HotspotReport published(PlacePath at, YearMonth month) {
        return HotspotReport.of(accuracy.published(at, month));
    }

    /**
     * Households of a building to whom a guidance visit may help: those with mixed waste, the surest first; for those who may
     * see households, audited. A suggestion, never a judgement.
     */
    @Transactional
    public List<Hotspot> suggestedVisits(Actor actor, PlacePath building, YearMonth month) {
        var place = places.findByPath(building).orElseThrow(() -> new Refused.NotFound(building.value()));
        var community = place.community();
        if (place.kind() != PlaceKind.BUILDING || community == null) {
            throw new Refused.NotFound(building.value());
        }
        var lines = new ArrayList<AccuracyLine>();
        @Nullable String after = null;
        do {
            var slice = accuracy.households(actor, building, month, PAGE, after);
            lines.addAll(slice.items());
            after = slice.next();
        } while (after != null);
        var whole = accuracy.read(actor, places.getCommunity(community).path(), month)
                .whole();
        var looks = whole.verified().looks();
        var share = looks == 0 ? 1.0 : (double) (looks - whole.verified().right()) / looks;
        return HotspotReport.rank(lines.stream()
                .map(line -> Hotspot.of(line, share))
                .filter(it -> it.mixed() > 0)
                .toList());
    }
}
