package org.zhuxi.activity.internal;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.zhuxi.activity.FigureDeclaration;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.Period;

/** The sum of a quantity over records; the parts add up to the whole at every step. */
public record SumFigure(FigureDeclaration declaration, FigureStore store, FigureSteps steps) implements DeclaredFigure {

    @Override
    public boolean additive() {
        return true;
    }

    @Override
    public Map<CommunityId, Value> byCommunity(Collection<CommunityId> communities, Period period) {
        return store.sumsByCommunity(new FigureStore.Asked(declaration, communities, period));
    }

    @Override
    public Map<LocalDate, Value> byDay(CommunityId community, Period period) {
        return store.sumsByDay(new FigureStore.Asked(declaration, List.of(community), period));
    }

    @Override
    public List<FigureStore.Line> records(CommunityId community, Period period, int limit, @Nullable DayKey after) {
        return store.records(new FigureStore.Asked(declaration, List.of(community), period), limit, after);
    }

    @Override
    public Value published(Value value) {
        return value;
    }

    @Override
    public UnaryOperator<List<Step>> publishedSteps() {
        return UnaryOperator.identity();
    }
}
