package org.zhuxi.waste.internal.neighbour;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.zhuxi.kernel.HouseholdRef;
import org.zhuxi.place.Places;
import org.zhuxi.waste.neighbour.Pair;

/** How people call the doors of pairs. */
final class Doorways {

    private Doorways() {}

    static Map<HouseholdRef, String> of(Places places, List<Pair> pairs) {
        var refs = pairs.stream()
                .flatMap(pair -> Stream.of(pair.helper(), pair.helped()))
                .distinct()
                .toList();
        var doors = new HashMap<HouseholdRef, String>();
        places.findHouseholds(refs).values().forEach(household -> doors.put(household.ref(), household.label()));
        return doors;
    }
}
