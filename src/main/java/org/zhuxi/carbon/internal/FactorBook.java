package org.zhuxi.carbon.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.zhuxi.carbon.Factor;

/** All factors the program ships, in the order of their files. */
@Component
public class FactorBook {

    private final Map<String, Factor> factors = new LinkedHashMap<>();

    @Autowired
    FactorBook() {
        this(FactorFiles.read(FactorFiles.SHIPPED));
    }

    /** @throws IllegalStateException when a code is declared twice */
    FactorBook(List<Factor> shipped) {
        for (var factor : shipped) {
            if (factors.put(factor.code(), factor) != null) {
                throw new IllegalStateException("Factor " + factor.code() + " is declared twice");
            }
        }
    }

    public List<Factor> all() {
        return new ArrayList<>(factors.values());
    }

    public Optional<Factor> find(String code) {
        return Optional.ofNullable(factors.get(code));
    }

    /** A factor the program itself rests on. @throws IllegalStateException when it is not shipped */
    public Factor get(String code) {
        return find(code).orElseThrow(() -> new IllegalStateException("No factor " + code));
    }
}
