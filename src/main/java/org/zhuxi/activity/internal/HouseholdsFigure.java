package org.zhuxi.activity.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.zhuxi.activity.FigureDeclaration;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.Period;

/**
 * How many different households have verified records. The days of a period do not add up, for a household comes on many
 * days. A number from one to four is withheld, and so is its smallest neighbour when it could be had by subtraction. Nothing is told
 * about households whose records still wait.
 */
public record HouseholdsFigure(FigureDeclaration declaration, FigureStore store, FigureSteps steps)
        implements DeclaredFigure {

    /** A smaller number could point at single households. */
    static final int FEWEST = 5;

    @Override
    public boolean additive() {
        return false;
    }

    @Override
    public Map<CommunityId, Value> byCommunity(Collection<CommunityId> communities, Period period) {
        return store.householdsByCommunity(new FigureStore.Asked(declaration, communities, period));
    }

    @Override
    public Map<LocalDate, Value> byDay(CommunityId community, Period period) {
        return store.householdsByDay(new FigureStore.Asked(declaration, List.of(community), period));
    }

    @Override
    public List<FigureStore.Line> records(CommunityId community, Period period, int limit, @Nullable DayKey after) {
        return store.householdRecords(new FigureStore.Asked(declaration, List.of(community), period), limit, after);
    }

    @Override
    public Value published(Value value) {
        return isFew(value.verified().longValueExact()) ? withheld() : value;
    }

    @Override
    public UnaryOperator<List<Step>> publishedSteps() {
        return parts -> {
            var withheld =
                    parts.stream().filter(step -> step.value().suppressed()).count();
            return withheld == 1 ? withSmallestWithheld(parts) : parts;
        };
    }

    private static List<Step> withSmallestWithheld(List<Step> steps) {
        var smallest = steps.stream()
                .filter(step -> !step.value().suppressed())
                .min(Comparator.comparing(step -> step.value().verified()));
        return steps.stream()
                .map(step -> step.equals(smallest.orElse(null))
                        ? new Step(step.label(), step.place(), step.period(), withheld())
                        : step)
                .toList();
    }

    private static boolean isFew(long households) {
        return households > 0 && households < FEWEST;
    }

    private static Value withheld() {
        return new Value(BigDecimal.ZERO, BigDecimal.ZERO, 0, true);
    }
}
