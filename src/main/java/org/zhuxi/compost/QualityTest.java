package org.zhuxi.compost;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Values measured of a batch, on site or by a laboratory; compared with limits as a self-check.
 *
 * @param standard id of the set of limits it is compared with
 * @param laboratory empty when it was tested on site
 * @param values by item code, in the item's unit
 * @param evidence SHA-256 (hex) of the report
 */
public record QualityTest(
        UUID id,
        UUID batch,
        String standard,
        LocalDate sampledOn,
        String laboratory,
        String reportNumber,
        Map<String, BigDecimal> values,
        List<String> evidence) {

    public QualityTest {
        values = Map.copyOf(values);
        evidence = List.copyOf(evidence);
    }
}
