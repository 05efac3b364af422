package org.zhuxi.waste.chain;

import java.math.BigDecimal;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.waste.WasteClass;

/**
 * A vehicle that takes waste away.
 *
 * @param plate number plate, upper case, without spaces
 * @param owner company or body that runs it
 * @param carries classes it may carry; any other class in it is mixed collection (混装混运)
 * @param tareKg mass of the empty vehicle in kg, when known
 * @param place whose communities it serves
 */
public record Vehicle(
        String plate,
        String owner,
        Set<WasteClass> carries,
        @Nullable BigDecimal tareKg,
        PlacePath place,
        Origin origin,
        boolean inUse) {

    public Vehicle {
        carries = Set.copyOf(carries);
    }
}
