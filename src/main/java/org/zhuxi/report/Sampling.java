package org.zhuxi.report;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuxi.assessment.Cycle;
import org.zhuxi.assessment.CyclePermissions;
import org.zhuxi.assessment.Cycles;
import org.zhuxi.assessment.DrawnCommunity;
import org.zhuxi.assessment.Sample;
import org.zhuxi.assessment.SampleDraws;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.PlaceNames;
import org.zhuxi.kernel.Refused;
import org.zhuxi.place.Place;

/** The draws for inspection of a cycle as an office sees them: which communities of its place were drawn, and how far they are. */
@Service
@Transactional(readOnly = true)
public class Sampling {

    private static final int CYCLES = 100;

    private final Cycles cycles;
    private final SampleDraws samples;
    private final PlaceNames names;

    Sampling(Cycles cycles, SampleDraws samples, PlaceNames names) {
        this.cycles = cycles;
        this.samples = samples;
        this.names = names;
    }

    /**
     * What is shown.
     *
     * @param cycles to choose from, the latest year first
     * @param cycle the one chosen, or null where there is none
     * @param draws of that cycle, the latest first
     * @param runs whether who looks may draw in that cycle
     */
    public record View(
            Place place, List<Cycle> cycles, @Nullable Cycle cycle, List<Draw> draws, boolean runs) {

        public View {
            cycles = List.copyOf(cycles);
            draws = List.copyOf(draws);
        }
    }

    /** A draw with what was drawn at or below the place, in the order of the draw. */
    public record Draw(Sample sample, List<Drawn> drawn) {

        public Draw {
            drawn = List.copyOf(drawn);
        }

        /** How many of the drawn communities somebody has checked on site. */
        public long checked() {
            return drawn.stream().filter(one -> one.community().checks() > 0).count();
        }
    }

    public record Drawn(DrawnCommunity community, Names name) {}

    /**
     * Whoever oversees a place sees it.
     *
     * @param cycle null for the latest one
     * @throws Refused.NotFound when it is no cycle at, above or below the place
     */
    public View open(Actor actor, Place place, @Nullable UUID cycle) {
        actor.require(ReportPermissions.OVERSEE, place.path());
        var offered = cycles.list(place.path(), CYCLES, null).items();
        var chosen = cycle == null
                ? offered.stream().findFirst()
                : Optional.of(offered.stream()
                        .filter(one -> one.id().equals(cycle))
                        .findFirst()
                        .orElseThrow(() -> new Refused.NotFound(cycle)));
        return new View(
                place,
                offered,
                chosen.orElse(null),
                chosen.map(one -> draws(one, place)).orElse(List.of()),
                chosen.map(one -> actor.may(CyclePermissions.RUN, one.path())).orElse(false));
    }

    private List<Draw> draws(Cycle cycle, Place place) {
        var drawn = samples.drawn(cycle.id(), place.path());
        var called = names.namesOf(
                drawn.stream().map(DrawnCommunity::path).distinct().toList());
        Map<UUID, List<Drawn>> byDraw = drawn.stream()
                .map(one -> new Drawn(one, called.getOrDefault(one.path(), new Names(one.place(), one.place()))))
                .collect(Collectors.groupingBy(one -> one.community().draw()));
        return samples.list(cycle.id()).stream()
                .map(sample -> new Draw(sample, byDraw.getOrDefault(sample.id(), List.of())))
                .toList();
    }
}
