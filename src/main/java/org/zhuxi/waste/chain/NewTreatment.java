package org.zhuxi.waste.chain;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuxi.waste.WasteClass;

/**
 * A facility's receipt for the waste of one community, as somebody files it. All masses are in kg.
 *
 * @param id made by the client; sent again it counts once
 * @param place code of the community
 * @param product what came out, such as compost; may be empty
 * @param gasM3 biogas in m³, or null where there is none
 * @param ticket number of the paper receipt; may be empty
 * @param supersedes the receipt this one corrects, or null
 */
public record NewTreatment(
        UUID id,
        String place,
        WasteClass wasteClass,
        String facility,
        BigDecimal inputKg,
        String product,
        BigDecimal productKg,
        BigDecimal residueKg,
        @Nullable BigDecimal gasM3,
        Instant at,
        String ticket,
        String note,
        List<String> evidence,
        @Nullable UUID supersedes) {

    public NewTreatment {
        evidence = List.copyOf(evidence);
    }
}
