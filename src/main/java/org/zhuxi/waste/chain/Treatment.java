package org.zhuxi.waste.chain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuxi.activity.ActivityState;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.waste.WasteClass;

/** What a facility did with waste of a community. All masses are in kg; what is neither product nor residue was lost, such as water. */
public record Treatment(
        CommunityId community,
        UUID id,
        WasteClass wasteClass,
        LocalDate day,
        ActivityState state,
        String facility,
        BigDecimal inputKg,
        String product,
        BigDecimal productKg,
        BigDecimal residueKg,
        @Nullable BigDecimal gasM3,
        String ticket,
        String note,
        @Nullable UUID supersedes) {

    /** What neither came out as a product nor was left over. */
    public BigDecimal lostKg() {
        return inputKg.subtract(productKg).subtract(residueKg);
    }
}
