package org.zhuxi.project;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A product or material that is used.
 *
 * @param amountFen what it costs, in fen; null when not given
 * @param certificate number of its green certificate (绿色建材、节能、节水或环境标志); empty when it has none
 */
public record Product(
        UUID id, String name, String supplier, @Nullable Long amountFen, String certificate) {

    public boolean isGreen() {
        return !certificate.isEmpty();
    }
}
