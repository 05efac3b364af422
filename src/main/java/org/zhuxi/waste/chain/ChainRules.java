package org.zhuxi.waste.chain;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Service;
import org.zhuxi.kernel.Names;
import org.zhuxi.waste.WasteClass;
import tools.jackson.databind.json.JsonMapper;

/** What is declared about the waste chain in {@code waste/chain.json}: tolerances, densities and reasons. */
@Service
public class ChainRules {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Book book;
    private final Map<WasteClass, BigDecimal> densities = new EnumMap<>(WasteClass.class);

    ChainRules(JsonMapper json) throws IOException {
        try (var file = new ClassPathResource("waste/chain.json").getInputStream()) {
            book = json.readValue(file, Book.class);
        }
        book.densities().forEach(it -> densities.put(WasteClass.find(it.code()).orElseThrow(), it.kgPerM3()));
    }

    /** Mass of a full bin's content in kg per m³; declared, not measured. */
    public BigDecimal kgPerM3(WasteClass wasteClass) {
        return Objects.requireNonNull(densities.get(wasteClass));
    }

    /** The usual sizes of bins in litres. */
    public List<Integer> binLitres() {
        return book.binLitres();
    }

    /** Why two masses of a leg may differ. */
    public List<Reason> reasons() {
        return book.reasons();
    }

    public Optional<Reason> findReason(String code) {
        return book.reasons().stream().filter(it -> it.code().equals(code)).findFirst();
    }

    /** In percent of the larger mass; a remainder within it is called balanced. */
    public BigDecimal balanceTolerancePercent() {
        return book.balanceTolerancePercent();
    }

    /** In percent of what was sent. */
    public BigDecimal handOverTolerancePercent() {
        return book.handOverTolerancePercent();
    }

    /** Differences of two weights up to so many kg never need an explanation. */
    public BigDecimal handOverToleranceKg() {
        return book.handOverToleranceKg();
    }

    /** Whether what arrived differs from what was sent by more than both tolerances, kg and percent. */
    public boolean isBeyondTolerance(BigDecimal sentKg, BigDecimal receivedKg) {
        var difference = receivedKg.subtract(sentKg).abs();
        return difference.compareTo(book.handOverToleranceKg()) > 0
                && difference.multiply(HUNDRED).compareTo(sentKg.multiply(book.handOverTolerancePercent())) > 0;
    }

    /**
     * Why two masses differ.
     *
     * @param leg on which way
     */
    public record Reason(String code, Leg leg, Names names) {}

    private record Density(String code, BigDecimal kgPerM3) {}

    private record Book(
            BigDecimal handOverTolerancePercent,
            BigDecimal handOverToleranceKg,
            BigDecimal balanceTolerancePercent,
            List<Integer> binLitres,
            List<Density> densities,
            List<Reason> reasons) {}
}
