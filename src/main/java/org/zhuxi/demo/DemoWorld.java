package org.zhuxi.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
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
class DemoWorld implements Preparation {

    private static final Logger LOG = LoggerFactory.getLogger(DemoWorld.class);

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final boolean wanted;
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
    private final CompostChapter compost;
    private final LedgersChapter ledgers;
    private final IndicatorsChapter indicators;
    private final AssessmentsChapter assessments;
    private final ProjectsChapter projects;
    private final RequestsChapter requests;
    private final StandardsChapter standards;
    private final InventoriesChapter inventories;
    private final PhotosChapter photos;
    private final ReportsChapter reports;
    private final CarbonChapter carbon;
    private final GovernanceChapter governance;
    private final AgreementsChapter agreements;
    private final SensingChapter sensing;
    private final TransactionOperations transactions;
    private final Clock clock;

    DemoWorld(
            @Value("${zhuxi.demo:true}") boolean wanted,
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
            CompostChapter compost,
            LedgersChapter ledgers,
            IndicatorsChapter indicators,
            AssessmentsChapter assessments,
            ProjectsChapter projects,
            RequestsChapter requests,
            StandardsChapter standards,
            InventoriesChapter inventories,
            PhotosChapter photos,
            ReportsChapter reports,
            CarbonChapter carbon,
            GovernanceChapter governance,
            AgreementsChapter agreements,
            SensingChapter sensing,
            TransactionOperations transactions,
            Clock clock) {
        this.wanted = wanted;
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
        this.compost = compost;
        this.ledgers = ledgers;
        this.indicators = indicators;
        this.assessments = assessments;
        this.projects = projects;
        this.requests = requests;
        this.standards = standards;
        this.inventories = inventories;
        this.photos = photos;
        this.reports = reports;
        this.carbon = carbon;
        this.governance = governance;
        this.agreements = agreements;
        this.sensing = sensing;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public void prepare() {
        if (!wanted) {
            return;
        }
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
        tell("compost", () -> transactions.executeWithoutResult(status -> compost.tell(lastDay)));
        tell("ledgers", () -> transactions.executeWithoutResult(status -> ledgers.tell(lastDay)));
        tell("indicators", () -> indicators.tell(lastDay));
        tell("assessments", () -> transactions.executeWithoutResult(status -> assessments.tell(lastDay)));
        tell("projects", () -> transactions.executeWithoutResult(status -> projects.tell(lastDay)));
        tell("requests", () -> transactions.executeWithoutResult(status -> requests.tell()));
        tell("standards", () -> transactions.executeWithoutResult(status -> standards.tell()));
        tell("inventories", () -> transactions.executeWithoutResult(status -> inventories.tell(lastDay)));
        tell("photos", () -> transactions.executeWithoutResult(status -> photos.tell(lastDay)));
        tell("reports", () -> reports.tell(lastDay));
        tell("carbon", () -> transactions.executeWithoutResult(status -> carbon.tell(lastDay)));
        tell("governance", () -> transactions.executeWithoutResult(status -> governance.tell(lastDay)));
        tell("agreements", () -> transactions.executeWithoutResult(status -> agreements.tell(lastDay)));
        // each message is a transaction of its own, for a month of observations may need a table first
        tell("sensing", () -> sensing.tell(lastDay));
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
