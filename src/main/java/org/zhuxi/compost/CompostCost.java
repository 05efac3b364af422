package org.zhuxi.compost;

import java.time.Instant;
import java.util.UUID;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.PlacePath;

/**
 * What waste costs a place in a year, and what nutrients cost as bought fertiliser; money in fen.
 *
 * @param place code
 * @param path where the place stands
 * @param collectionFenPerTonne carrying a tonne away
 * @param treatmentFenPerTonne burying or burning a tonne
 * @param nutrientFenPerKg a kilogram of N, P₂O₅ and K₂O together as bought fertiliser; 0 where nobody knows
 * @param evidence where the prices are written
 */
public record CompostCost(
        UUID id,
        String place,
        PlacePath path,
        Names name,
        int year,
        long collectionFenPerTonne,
        long treatmentFenPerTonne,
        long nutrientFenPerKg,
        String evidence,
        Instant enteredAt,
        Origin origin) {}
