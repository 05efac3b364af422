package org.zhuxi.demo;

import java.time.LocalDate;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.zhuxi.activity.Activities;
import org.zhuxi.activity.Outcome;
import org.zhuxi.activity.Submission;
import org.zhuxi.kernel.HouseholdRef;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.Refused;
import org.zhuxi.place.Places;
import org.zhuxi.place.Site;
import org.zhuxi.waste.Stations;

/**
 * Twelve weeks of drops, taken over as history. The last day is young enough to be sampled, so that some of it waits for a
 * reviewer.
 */
@Component
class SeasonChapter {

    private static final Logger LOG = LoggerFactory.getLogger(SeasonChapter.class);
    private static final int BATCH = 1_000;

    private final Places places;
    private final Activities activities;
    private final DemoHouseholds households;

    SeasonChapter(Places places, Activities activities, DemoHouseholds households) {
        this.places = places;
        this.activities = activities;
        this.households = households;
    }

    void tell(LocalDate lastDay) {
        for (var blueprint : DemoCommunities.all()) {
            var season = season(blueprint);
            var drops = 0;
            for (var day = lastDay.minusWeeks(SeasonOfDrops.WEEKS); !day.isAfter(lastDay); day = day.plusDays(1)) {
                drops += record(season.on(day));
            }
            LOG.info(
                    "Demo world: {} drops in {}",
                    drops,
                    blueprint.profile().name().en());
        }
    }

    /** The season of a community, always the same. */
    SeasonOfDrops season(DemoCommunities.Blueprint blueprint) {
        var path = places.findByCode(blueprint.code())
                .orElseThrow(() -> new Refused.NotFound(blueprint.code()))
                .path();
        return new SeasonOfDrops(
                blueprint.code(),
                households.of(blueprint.code()).stream().map(HouseholdRef::id).toList(),
                places.sitesAt(path, Stations.SITE_TYPE).stream().map(Site::id).toList(),
                blueprint.seed());
    }

    private int record(List<Submission> drops) {
        for (var from = 0; from < drops.size(); from += BATCH) {
            var batch = drops.subList(from, Math.min(from + BATCH, drops.size()));
            requireTaken(activities.takeOver(Founder.ACTOR, batch, Origin.SYNTHETIC));
        }
        return drops.size();
    }

    static void requireTaken(List<Outcome> outcomes) {
        for (var outcome : outcomes) {
            if (outcome.problem() != null) {
                throw new IllegalStateException("The demo world does not fit: " + outcome.problem());
            }
        }
    }
}
