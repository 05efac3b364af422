package org.zhuxi.waste.internal.chain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.Period;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.place.Community;
import org.zhuxi.place.Places;
import org.zhuxi.platform.manifest.FigureSource.Value;

/**
 * Kilograms per resident and day: mass by residents of the register times days. Communities whose residents nobody has counted,
 * or that recorded nothing, are in neither sum.
 */
record PerPerson(Places places, BalanceStore store, List<String> kinds) implements DerivedFigure.Reckoning {

    private static final int SCALE = 6;

    @Override
    public Value value(PlacePath place, Period period) {
        var sums = store.masses(places.communitiesAt(place), kinds, period);
        var counted = counted(place, sums);
        var personDays = personDays(counted, period);
        if (personDays.signum() == 0) {
            return DerivedFigure.MISSING;
        }
        var verified = BigDecimal.ZERO;
        var provisional = BigDecimal.ZERO;
        var records = 0L;
        for (var community : counted) {
            var sum = sums.get(community.id());
            if (sum != null) {
                verified = verified.add(sum.verified());
                provisional = provisional.add(sum.provisional());
                records += sum.records();
            }
        }
        return new Value(perPerson(verified, personDays), perPerson(provisional, personDays), records);
    }

    @Override
    public BigDecimal contribution(BigDecimal amount, PlacePath place, Period period) {
        var sums = store.masses(places.communitiesAt(place), kinds, period);
        var personDays = personDays(counted(place, sums), period);
        return personDays.signum() == 0 ? BigDecimal.ZERO : perPerson(amount, personDays);
    }

    private List<Community> counted(PlacePath place, Map<CommunityId, Value> sums) {
        return places.communitiesAt(place).stream()
                .filter(it -> it.residents() != null && it.residents() > 0 && sums.containsKey(it.id()))
                .toList();
    }

    private static BigDecimal personDays(List<Community> communities, Period period) {
        var residents = communities.stream()
                .mapToLong(it -> it.residents() == null ? 0 : it.residents())
                .sum();
        return BigDecimal.valueOf(Math.multiplyExact(residents, ChronoUnit.DAYS.between(period.from(), period.to())));
    }

    private static BigDecimal perPerson(BigDecimal kg, BigDecimal personDays) {
        return kg.divide(personDays, SCALE, RoundingMode.HALF_UP);
    }
}
