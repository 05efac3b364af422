package org.zhuxi.activity.internal;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.zhuxi.activity.FigureDeclaration;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Period;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.platform.manifest.FigureSource;

/** The sum of a quantity over records; the parts add up to the whole at every step. */
public record SumFigure(FigureDeclaration declaration, FigureStore store, FigureSteps steps)
        implements FigureSource, FigureSteps.Reader {

    @Override
    public String code() {
        return declaration.code();
    }

    @Override
    public Names names() {
        return declaration.names();
    }

    @Override
    public Names formula() {
        return declaration.formula();
    }

    @Override
    public Names unit() {
        return declaration.unit();
    }

    @Override
    public int decimals() {
        return declaration.decimals();
    }

    @Override
    public boolean additive() {
        return true;
    }

    @Override
    public Value value(PlacePath place, Period period) {
        return steps.value(this, place, period);
    }

    @Override
    public Trail trail(PlacePath place, Period period, @Nullable String after) {
        return steps.trail(this, place, period, after);
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
