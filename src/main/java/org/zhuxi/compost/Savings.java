package org.zhuxi.compost;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What did not have to be paid for, by prices somebody entered with evidence; money in fen, rounded down. Sites without prices are
 * left out, never estimated.
 *
 * @param sites for which prices are known
 * @param withoutPrices sites with published waste for which nobody has entered any
 * @param wasteKg kitchen and garden waste treated there, rejects deducted: what did not have to be carried away
 * @param collectionFen for carrying it away
 * @param treatmentFen for burying or burning it
 * @param nutrientKg N, P₂O₅ and K₂O in the compost made, by the sites' own tests; null where none was tested
 * @param nutrientFen what as much costs as bought fertiliser
 * @param costs prices that were used
 */
public record Savings(
        int sites,
        int withoutPrices,
        BigDecimal wasteKg,
        long collectionFen,
        long treatmentFen,
        @Nullable BigDecimal nutrientKg,
        long nutrientFen,
        List<CompostCost> costs) {

    public Savings {
        costs = List.copyOf(costs);
    }

    public long sumFen() {
        return Math.addExact(Math.addExact(collectionFen, treatmentFen), nutrientFen);
    }
}
