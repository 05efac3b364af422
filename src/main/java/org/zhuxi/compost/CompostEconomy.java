package org.zhuxi.compost;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuxi.compost.internal.CostStore;
import org.zhuxi.compost.internal.EconomyStore;
import org.zhuxi.compost.internal.EconomyStore.Masses;
import org.zhuxi.compost.internal.Tables;
import org.zhuxi.compost.process.Feedstock;
import org.zhuxi.place.Places;

/** What sites saved in a year: published masses times entered prices. */
@Service
public class CompostEconomy {

    private static final Set<Feedstock.Stream> CARRIED_AWAY_OTHERWISE =
            Set.of(Feedstock.Stream.KITCHEN, Feedstock.Stream.GARDEN);
    private static final int THOUSAND = 3;
    private static final int GRAMS = 3;

    private final EconomyStore store;
    private final CostStore costs;
    private final Places places;
    private final Tables tables;

    CompostEconomy(EconomyStore store, CostStore costs, Places places, Tables tables) {
        this.store = store;
        this.costs = costs;
        this.places = places;
        this.tables = tables;
    }

    /** Of these sites in a year; null when none of them has published waste of it with prices. */
    @Transactional(readOnly = true)
    public @Nullable Savings savings(Collection<CompostSite> sites, int year) {
        var materials = tables.feedstocks().stream()
                .filter(it -> CARRIED_AWAY_OTHERWISE.contains(it.stream()))
                .map(Feedstock::code)
                .toList();
        var masses = store.masses(sites.stream().map(CompostSite::ref).toList(), materials, year);
        var prices = prices(sites, year);
        var sum = new Sum();
        for (var site : sites) {
            var mass = Objects.requireNonNull(masses.get(site.ref().id()));
            if (mass.wasteKg().signum() > 0) {
                sum.add(mass, Objects.requireNonNull(prices.get(site.place())).orElse(null));
            }
        }
        return sum.sites == 0 ? null : sum.savings();
    }

    /** By code of the community. */
    private Map<String, Optional<CompostCost>> prices(Collection<CompostSite> sites, int year) {
        var codes = sites.stream().map(CompostSite::place).collect(Collectors.toSet());
        var found = places.findByCodes(codes);
        var prices = new HashMap<String, Optional<CompostCost>>();
        codes.forEach(code -> {
            var place = found.get(code);
            prices.put(code, place == null ? Optional.empty() : costs.nearest(place.path(), year));
        });
        return prices;
    }

    private static final class Sum {

        private final Set<CompostCost> used = new LinkedHashSet<>();
        private int sites;
        private int without;
        private BigDecimal wasteKg = BigDecimal.ZERO;
        private BigDecimal collection = BigDecimal.ZERO;
        private BigDecimal treatment = BigDecimal.ZERO;
        private @Nullable BigDecimal nutrientKg;
        private BigDecimal nutrients = BigDecimal.ZERO;

        void add(Masses mass, @Nullable CompostCost price) {
            if (price == null) {
                without++;
                return;
            }
            sites++;
            used.add(price);
            wasteKg = wasteKg.add(mass.wasteKg());
            var tonnes = mass.wasteKg().movePointLeft(THOUSAND);
            collection = collection.add(tonnes.multiply(BigDecimal.valueOf(price.collectionFenPerTonne())));
            treatment = treatment.add(tonnes.multiply(BigDecimal.valueOf(price.treatmentFenPerTonne())));
            var share = mass.nutrientShare();
            if (share != null && price.nutrientFenPerKg() > 0) {
                var kg = mass.madeKg().multiply(share);
                nutrientKg = nutrientKg == null ? kg : nutrientKg.add(kg);
                nutrients = nutrients.add(kg.multiply(BigDecimal.valueOf(price.nutrientFenPerKg())));
            }
        }

        Savings savings() {
            return new Savings(
                    sites,
                    without,
                    wasteKg,
                    floor(collection),
                    floor(treatment),
                    nutrientKg == null ? null : nutrientKg.setScale(GRAMS, RoundingMode.FLOOR),
                    floor(nutrients),
                    used.stream().toList());
        }

        private static long floor(BigDecimal fen) {
            return fen.setScale(0, RoundingMode.FLOOR).longValueExact();
        }
    }
}
