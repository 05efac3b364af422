package org.zhuxi.carbon;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.zhuxi.carbon.internal.FactorBook;
import org.zhuxi.kernel.Refused;

/** The library of emission factors, for everybody. */
@Service
public class Factors {

    private final FactorBook book;

    Factors(FactorBook book) {
        this.book = book;
    }

    /**
     * Factors in the order of the library.
     *
     * @param words part of code, name, region or source, in either language; empty for all
     * @param topic null for all
     */
    public List<Factor> list(String words, Factor.@Nullable Topic topic) {
        var sought = words.strip().toLowerCase(Locale.ROOT);
        return book.all().stream()
                .filter(one -> topic == null || one.topic() == topic)
                .filter(one -> (one.code()
                                + one.names()
                                + one.region()
                                + one.newest().source())
                        .toLowerCase(Locale.ROOT)
                        .contains(sought))
                .toList();
    }

    /** @throws Refused.NotFound when there is none */
    public Factor get(String code) {
        return book.find(code).orElseThrow(() -> new Refused.NotFound(code));
    }

    /** @throws CarbonRefused.NoVersion when the factor has no such version */
    public FactorVersion get(String code, String version) {
        return get(code).find(version).orElseThrow(() -> new CarbonRefused.NoVersion(code, version));
    }
}
