package org.zhuxi.waste;

import java.util.Set;
import org.zhuxi.kernel.Origin;
import org.zhuxi.place.Site;

/**
 * A drop-off station.
 *
 * @param site where it stands and what it is called
 * @param accepted the classes it takes; at least one
 * @param weighs whether it has a scale; without one drops are counted in bags
 * @param note what a neighbour should know, such as 雨棚在北侧; may be empty
 */
public record Station(Site site, Set<WasteClass> accepted, boolean weighs, String note, Origin origin) {

    public Station {
        accepted = Set.copyOf(accepted);
        if (accepted.isEmpty()) {
            throw new IllegalArgumentException("A station takes at least one class");
        }
    }

    public StationRef ref() {
        return new StationRef(site.community(), site.id());
    }
}
