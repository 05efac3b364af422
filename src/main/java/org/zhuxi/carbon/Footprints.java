package org.zhuxi.carbon;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Service;
import org.zhuxi.carbon.internal.Checking;
import org.zhuxi.carbon.internal.FactorBook;
import org.zhuxi.carbon.method.CubicMetres;
import org.zhuxi.carbon.method.HouseholdMonth;
import org.zhuxi.carbon.method.KilowattHours;
import org.zhuxi.carbon.method.Tonnes;

/** What a household's month emits, by the newest factors. Nothing is stored. */
@Service
public class Footprints {

    private static final BigDecimal MOST = new BigDecimal("100000");
    private static final int MOST_PERSONS = 30;
    private static final int DAYS = 30;
    private static final int DECIMALS = 3;

    private final FactorBook book;

    Footprints(FactorBook book) {
        this.book = book;
    }

    /** @throws CarbonRefused when an amount is negative or cannot be, or nobody lives there */
    public Footprint of(NewFootprint used) {
        require("electricity", used.electricityKwh());
        require("gas", used.gasM3());
        require("water", used.waterM3());
        if (used.persons() < 1 || used.persons() > MOST_PERSONS) {
            throw new CarbonRefused.NoAmount("persons", BigDecimal.valueOf(MOST_PERSONS));
        }
        var parts = List.of(
                part("electricity", used.electricityKwh(), "kWh", "grid.cn"),
                part("gas", used.gasM3(), "m3", "fuel.gas"),
                part("water", used.waterM3(), "m3", "water.supply", "water.treatment"));
        var whole = kilograms(used, parts);
        var perDay = whole / used.persons() / DAYS;
        return new Footprint(parts, rounded(whole), rounded(perDay));
    }

    private static void require(String field, BigDecimal amount) {
        if (amount.signum() < 0 || Checking.isUnwieldy(amount) || amount.compareTo(MOST) > 0) {
            throw new CarbonRefused.NoAmount(field, MOST);
        }
    }

    private Footprint.Part part(String code, BigDecimal amount, String unit, String... factors) {
        var used = Arrays.stream(factors).map(book::get).toList();
        var sum = used.stream().map(factor -> factor.newest().value()).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Footprint.Part(
                code,
                amount,
                unit,
                used.stream()
                        .map(factor -> new Footprint.FactorRef(
                                factor.code(), factor.newest().version()))
                        .toList(),
                sum,
                amount.multiply(sum).setScale(DECIMALS, RoundingMode.HALF_UP));
    }

    private static double kilograms(NewFootprint used, List<Footprint.Part> parts) {
        var month = new HouseholdMonth(
                new KilowattHours(used.electricityKwh().doubleValue()),
                new CubicMetres(used.gasM3().doubleValue()),
                new CubicMetres(used.waterM3().doubleValue()),
                new Tonnes(0));
        return month.emission(new HouseholdMonth.Factors(
                        parts.get(0).factorKg().doubleValue(),
                        parts.get(1).factorKg().doubleValue(),
                        parts.get(2).factorKg().doubleValue(),
                        0))
                .kilograms();
    }

    private static BigDecimal rounded(double kilograms) {
        return BigDecimal.valueOf(kilograms).setScale(DECIMALS, RoundingMode.HALF_UP);
    }
}
