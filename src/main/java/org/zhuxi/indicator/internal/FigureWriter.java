package org.zhuxi.indicator.internal;

import java.time.Clock;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhuxi.indicator.IndicatorDefinition;
import org.zhuxi.indicator.IndicatorRefused;
import org.zhuxi.indicator.IndicatorView;
import org.zhuxi.indicator.PublishedFigure;
import org.zhuxi.indicator.Reckoned;
import org.zhuxi.indicator.RegisterSnapshot;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.PlacePath;

/** Writes down a figure with all it is reckoned from. */
@Component
public class FigureWriter {

    private final Reckoning reckoning;
    private final FigureForest forest;
    private final FigureStore store;
    private final RegisterStore registers;
    private final PlaceNaming naming;
    private final Clock clock;

    FigureWriter(
            Reckoning reckoning,
            FigureForest forest,
            FigureStore store,
            RegisterStore registers,
            PlaceNaming naming,
            Clock clock) {
        this.reckoning = reckoning;
        this.forest = forest;
        this.store = store;
        this.registers = registers;
        this.naming = naming;
        this.clock = clock;
    }

    /** @throws IndicatorRefused.NoValue when there is no verified value that may be shown */
    public PublishedFigure write(
            UUID id,
            IndicatorDefinition definition,
            IndicatorView.At at,
            @Nullable UUID corrects,
            Names note,
            UUID by,
            Origin origin) {
        if (!(reckoning.at(definition.code(), at.path(), at.period()).value(false) instanceof Reckoned.Known known)) {
            throw new IndicatorRefused.NoValue();
        }
        var now = clock.instant();
        var trees = forest.now(definition, at.path(), at.period());
        var isOfRegister = definition.measures().stream().anyMatch(code -> code.startsWith("register."));
        var figure = new PublishedFigure(
                id,
                definition.code(),
                definition.version(),
                at.code(),
                at.path(),
                at.name(),
                at.period(),
                known.value(),
                known.qualifier(),
                known.numerator(),
                known.denominator(),
                now,
                FigureForest.hash(definition, at.period(), trees),
                isOfRegister
                        ? registers
                                .holding(at.path(), at.period().wholeYear())
                                .map(RegisterSnapshot::id)
                                .orElse(null)
                        : null,
                corrects,
                null,
                note,
                now,
                now,
                true,
                origin);
        store.insert(figure, by);
        var paths = new TreeSet<>(Comparator.comparing(PlacePath::value));
        trees.values().forEach(nodes -> nodes.forEach(node -> paths.add(node.path())));
        Map<PlacePath, Names> names = naming.at(paths, at.period()).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, found -> found.getValue().name()));
        trees.forEach((measure, nodes) -> store.insertNodes(id, measure, nodes, names));
        return figure;
    }
}
