package org.zhuxi.waste.buyback;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;

/** Which of many dated prices hold on a day. */
final class PriceList {

    private PriceList() {}

    /** The prices of what is taken on a day, in the order of materials. */
    static List<Price> on(List<Price> all, LocalDate day) {
        var latest = new EnumMap<Material, Price>(Material.class);
        all.stream()
                .filter(price -> !price.validFrom().isAfter(day))
                .sorted(Comparator.comparing(Price::validFrom))
                .forEach(price -> latest.put(price.material(), price));
        return latest.values().stream()
                .filter(price -> price.fenPerKg() != null)
                .toList();
    }

    /** Fen a kilogram on a day; empty when the material is not taken. */
    static Optional<Long> fenPerKg(List<Price> all, Material material, LocalDate day) {
        return on(all, day).stream()
                .filter(price -> price.material() == material)
                .findFirst()
                .map(Price::fenPerKg);
    }
}
