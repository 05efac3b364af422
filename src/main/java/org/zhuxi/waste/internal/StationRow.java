package org.zhuxi.waste.internal;

import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.Origin;
import org.zhuxi.place.Site;
import org.zhuxi.waste.Station;
import org.zhuxi.waste.StationRef;
import org.zhuxi.waste.WasteClass;

/** A row of {@code waste.station}; the codes of its classes joined by commas. */
public record StationRow(int communityId, UUID siteId, String accepted, boolean weighs, String note, Origin origin) {

    public StationRef ref() {
        return new StationRef(new CommunityId(communityId), siteId);
    }

    public String key() {
        return StationKey.of(ref()).toString();
    }

    public Station on(Site site) {
        var classes = Arrays.stream(accepted.split(","))
                .map(code -> WasteClass.find(code).orElseThrow())
                .collect(Collectors.toSet());
        return new Station(site, classes, weighs, note, origin);
    }
}
