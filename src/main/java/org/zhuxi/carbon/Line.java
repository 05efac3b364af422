package org.zhuxi.carbon;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a statement can count. */
public enum Line {
    /** Kitchen waste composted, impurities deducted. */
    FOOD_COMPOSTED("kg", Set.of(Scope.ORGANICS), "carbon.kitchen.treated"),
    /** Leaves, grass and branches of the place composted; bought sawdust is not waste avoided and does not count. */
    GARDEN_COMPOSTED("kg", Set.of(Scope.ORGANICS), null),
    /** Kitchen waste digested in a biogas plant. */
    FOOD_DIGESTED("kg", Set.of(Scope.ORGANICS), null),
    /** Rejects that went the way of the city's waste after all. */
    RESIDUE("kg", Set.of(Scope.ORGANICS), null),
    /** Electricity the treatment used. */
    ELECTRICITY_USED("kWh", Set.of(Scope.ORGANICS), null),
    /** Diesel the treatment used. */
    DIESEL_USED("kg", Set.of(Scope.ORGANICS), null),
    /** Tap water the treatment used. */
    WATER_USED("m3", Set.of(Scope.ORGANICS), null),
    /** Carriage by van beyond what would have been carried anyway. */
    VAN("t.km", Set.of(Scope.ORGANICS), null),
    /** Carriage by lorry beyond what would have been carried anyway. */
    TRUCK("t.km", Set.of(Scope.ORGANICS), null),
    /** Food that was not thrown away. */
    FOOD_PREVENTED("kg", Set.of(Scope.SAVING), "saving.food"),
    /** Electricity households used less. */
    ELECTRICITY_SAVED("kWh", Set.of(Scope.SAVING), "saving.electricity"),
    /** Natural gas households used less. */
    GAS_SAVED("m3", Set.of(Scope.SAVING), null),
    /** Tap water households used less. */
    WATER_SAVED("m3", Set.of(Scope.SAVING), "saving.water");

    private static final BigDecimal MOST = new BigDecimal("1000000000");

    private final String unit;
    private final Set<Scope> scopes;
    private final @Nullable String indicator;

    Line(String unit, Set<Scope> scopes, @Nullable String indicator) {
        this.unit = unit;
        this.scopes = scopes;
        this.indicator = indicator;
    }

    /** What a statement is about; a place has one statement for each and period. */
    public enum Scope {
        /** Kitchen and garden waste treated near where it arose. */
        ORGANICS,
        /** What households used less. */
        SAVING
    }

    /** Base unit, by UCUM. */
    public String unit() {
        return unit;
    }

    public boolean isIn(Scope scope) {
        return scopes.contains(scope);
    }

    /** Code of the indicator that adds up its records, or null where it is typed. */
    public @Nullable String indicator() {
        return indicator;
    }

    /** Most of it a statement may hold, in the base unit; more is a slip of units. */
    public BigDecimal most() {
        return MOST;
    }

    /** The lines of a scope, in order. */
    public static List<Line> of(Scope scope) {
        return Arrays.stream(values()).filter(line -> line.isIn(scope)).toList();
    }
}
