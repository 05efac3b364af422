package org.zhuxi.portal;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;
import org.zhuxi.kernel.Period;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.platform.manifest.FigureSource;
import org.zhuxi.platform.manifest.Manifests;

/**
 * The figures of the public pages, which everybody opens and nobody changes by looking. While it is being looked at, a value is
 * reckoned anew every two seconds behind the readers' backs; a page nobody opened for ten seconds reckons it while one waits.
 * The page behind a figure always reckons it now.
 */
@Component
public class LiveFigures {

    private static final Duration FRESH = Duration.ofSeconds(2);
    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final int MOST = 1_000;

    private final Manifests manifests;
    private final LoadingCache<Asked, FigureSource.Value> values;

    LiveFigures(Manifests manifests) {
        this.manifests = manifests;
        this.values = Caffeine.newBuilder()
                .maximumSize(MOST)
                .refreshAfterWrite(FRESH)
                .expireAfterWrite(LONGEST)
                .executor(work -> Thread.ofVirtual().name("live-figures").start(work))
                .build(this::reckon);
    }

    private record Asked(String figure, PlacePath place, Period period) {}

    /** A figure with its value, at most ten seconds old. */
    public record LiveFigure(FigureSource figure, FigureSource.Value value) {}

    /** The figures that there are of these codes, in this order. */
    List<LiveFigure> of(List<String> codes, PlacePath place, Period period) {
        return codes.stream()
                .flatMap(code -> manifests.findFigure(code).stream())
                .map(figure -> of(figure, place, period))
                .toList();
    }

    /** Every figure of the program. */
    List<LiveFigure> all(PlacePath place, Period period) {
        return manifests.figures().stream()
                .map(figure -> of(figure, place, period))
                .toList();
    }

    private LiveFigure of(FigureSource figure, PlacePath place, Period period) {
        return new LiveFigure(figure, values.get(new Asked(figure.code(), place, period)));
    }

    private FigureSource.Value reckon(Asked asked) {
        return manifests.findFigure(asked.figure()).orElseThrow().value(asked.place(), asked.period());
    }
}
