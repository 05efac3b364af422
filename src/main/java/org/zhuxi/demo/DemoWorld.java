package org.zhuxi.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.zhuxi.platform.start.Preparation;

/**
 * Tells the demo world at the first start, chapter by chapter, before the first page is served. A start that was
 * interrupted goes on with the chapter it had reached; every chapter is safe to tell twice.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
@ConditionalOnProperty(name = "zhuxi.demo", matchIfMissing = true)
class DemoWorld implements Preparation {

    private static final Logger LOG = LoggerFactory.getLogger(DemoWorld.class);

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final DemoStore store;
    private final PlacesChapter places;
    private final MapChapter map;
    private final PeopleChapter people;
    private final FamiliesChapter families;
    private final StationsChapter stations;
    private final PlatesChapter plates;
    private final SeasonChapter season;
    private final NeighboursChapter neighbours;
    private final ShopsChapter shops;
    private final PointsChapter points;
    private final ChainChapter chain;
    private final PickupChapter pickups;
    private final NoticesChapter notices;
    private final IndicatorsChapter indicators;
    private final TransactionOperations transactions;
    private final Clock clock;

    DemoWorld(
            DemoStore store,
            PlacesChapter places,
            MapChapter map,
            PeopleChapter people,
            FamiliesChapter families,
            StationsChapter stations,
            PlatesChapter plates,
            SeasonChapter season,
            NeighboursChapter neighbours,
            ShopsChapter shops,
            PointsChapter points,
            ChainChapter chain,
            PickupChapter pickups,
            NoticesChapter notices,
            IndicatorsChapter indicators,
            TransactionOperations transactions,
            Clock clock) {
        this.store = store;
        this.places = places;
        this.map = map;
        this.people = people;
        this.families = families;
        this.stations = stations;
        this.plates = plates;
        this.season = season;
        this.neighbours = neighbours;
        this.shops = shops;
        this.points = points;
        this.chain = chain;
        this.pickups = pickups;
        this.notices = notices;
        this.indicators = indicators;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public void prepare() {
        var lastDay = store.lastDay(LocalDate.now(clock.withZone(ZONE)).minusDays(1));
        tell("places", places::tell);
        tell("map", () -> transactions.executeWithoutResult(status -> map.tell()));
        // all people and their file, or none
        tell("people", () -> transactions.executeWithoutResult(status -> tellPeople()));
        tell("families", () -> transactions.executeWithoutResult(status -> families.tell()));
        tell("stations", stations::tell);
        tell("plates", () -> transactions.executeWithoutResult(status -> plates.tell()));
        tell("season", () -> season.tell(lastDay));
        tell("neighbours", () -> neighbours.tell(lastDay));
        tell("shops", () -> shops.tell(lastDay));
        tell("points", () -> points.tell(lastDay));
        tell("chain", () -> chain.tell(lastDay));
        tell("pickups", () -> pickups.tell(lastDay));
        tell("notices", () -> notices.tell(lastDay));
        tell("indicators", () -> indicators.tell(lastDay));
    }

    private void tellPeople() {
        try {
            people.tell();
        } catch (IOException e) {
            throw new UncheckedIOException("The demo sign-ins cannot be written", e);
        }
    }

    private void tell(String chapter, Runnable story) {
        if (store.isFinished(chapter)) {
            return;
        }
        LOG.info("Demo world: {} …", chapter);
        story.run();
        store.finish(chapter);
    }
}
