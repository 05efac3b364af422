package org.zhuxi.waste.chain;

import java.util.Set;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.waste.WasteClass;

/**
 * A place where waste is treated.
 *
 * @param code stable, such as {@code YZ-COMPOST-01}
 * @param place whose communities may send their waste there
 * @param accepted classes it takes
 * @param inUse false once it has been retired; what was recorded keeps naming it
 */
public record Facility(
        String code,
        FacilityKind kind,
        Names name,
        PlacePath place,
        Set<WasteClass> accepted,
        Origin origin,
        boolean inUse) {

    public Facility {
        accepted = Set.copyOf(accepted);
    }
}
