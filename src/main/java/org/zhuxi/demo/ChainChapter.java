package org.zhuxi.demo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Grant;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Refused;
import org.zhuxi.kernel.Role;
import org.zhuxi.place.Place;
import org.zhuxi.place.Places;
import org.zhuxi.place.Site;
import org.zhuxi.waste.Stations;
import org.zhuxi.waste.WasteClass;
import org.zhuxi.waste.chain.Balances;
import org.zhuxi.waste.chain.Collections;
import org.zhuxi.waste.chain.Facilities;
import org.zhuxi.waste.chain.FacilityKind;
import org.zhuxi.waste.chain.Filed;
import org.zhuxi.waste.chain.Treatments;
import org.zhuxi.waste.chain.Vehicles;

/**
 * Where the season's waste of Zhuxi went: collections that fit its drops, receipts of treatment, and why the masses differ.
 * One facility of each kind; the week a year before, so that a change can be seen.
 */
@Component
class ChainChapter {

    private static final Logger LOG = LoggerFactory.getLogger(ChainChapter.class);
    private static final PlacePath DISTRICT = new PlacePath("/32/3210/321003");

    private final Places places;
    private final SeasonChapter season;
    private final Facilities facilities;
    private final Vehicles vehicles;
    private final Collections collections;
    private final Treatments treatments;
    private final Balances balances;

    ChainChapter(
            Places places,
            SeasonChapter season,
            Facilities facilities,
            Vehicles vehicles,
            Collections collections,
            Treatments treatments,
            Balances balances) {
        this.places = places;
        this.season = season;
        this.facilities = facilities;
        this.vehicles = vehicles;
        this.collections = collections;
        this.treatments = treatments;
        this.balances = balances;
    }

    void tell(LocalDate lastDay) {
        registerFacilities();
        registerVehicles();
        var zhuxi =
                places.findByCode(DemoCommunities.ZHUXI).orElseThrow(() -> new Refused.NotFound(DemoCommunities.ZHUXI));
        var blueprint = DemoCommunities.all().stream()
                .filter(it -> it.code().equals(DemoCommunities.ZHUXI))
                .findFirst()
                .orElseThrow();
        var stations = places.sitesAt(zhuxi.path(), Stations.SITE_TYPE).stream()
                .map(Site::id)
                .toList();
        var story = new SeasonOfHauling(season.season(blueprint), stations, lastDay);
        story.tell();
        requireTaken(collections.takeOver(Founder.ACTOR, story.collections(), Origin.SYNTHETIC));
        requireTaken(treatments.takeOver(Founder.ACTOR, story.treatments(), Origin.SYNTHETIC));
        explain(zhuxi, story);
        LOG.info(
                "Demo world: {} collections, {} receipts of treatment in Zhuxi",
                story.collections().size(),
                story.treatments().size());
    }

    private void registerFacilities() {
        facility("YZ-COMPOST-01", FacilityKind.COMPOST, "竹西社区堆肥点", "Zhuxi compost site", WasteClass.KITCHEN);
        facility("YZ-BIOGAS-01", FacilityKind.BIOGAS, "城北厨余沼气厂", "North biogas plant", WasteClass.KITCHEN);
        facility(
                "YZ-BURN-01",
                FacilityKind.INCINERATION,
                "城东焚烧发电厂",
                "East waste-to-energy plant",
                WasteClass.RESIDUAL,
                WasteClass.KITCHEN);
        facility("YZ-LANDFILL-01", FacilityKind.LANDFILL, "城西填埋场", "West landfill", WasteClass.RESIDUAL);
        facility(
                "YZ-RECYCLER-01",
                FacilityKind.RECYCLER,
                "再生资源分拣中心",
                "Sorting centre for recyclables",
                WasteClass.RECYCLABLE);
        facility("YZ-HAZARD-01", FacilityKind.HAZARDOUS, "有害垃圾暂存与处置中心", "Hazardous waste centre", WasteClass.HAZARDOUS);
    }

    private void facility(String code, FacilityKind kind, String zh, String en, WasteClass... classes) {
        if (facilities.find(code).isEmpty()) {
            facilities.add(
                    Founder.ACTOR,
                    new Facilities.New(code, kind, new Names(zh, en), DISTRICT, Set.of(classes), Origin.SYNTHETIC));
        }
    }

    private void registerVehicles() {
        for (var wasteClass : WasteClass.values()) {
            var plate = SeasonOfHauling.plate(wasteClass);
            if (vehicles.find(plate).isEmpty()) {
                vehicles.add(
                        Founder.ACTOR,
                        new Vehicles.New(
                                plate,
                                "演示环卫公司",
                                EnumSet.of(wasteClass),
                                new BigDecimal("4200"),
                                DISTRICT,
                                Origin.SYNTHETIC));
            }
        }
    }

    private void explain(Place zhuxi, SeasonOfHauling story) {
        var clerk = new Actor(
                Founder.ACTOR.account(),
                Founder.ACTOR.name(),
                Set.of(new Grant(Role.COMMUNITY_CLERK, zhuxi.path())),
                Set.of(),
                null);
        story.explanations().forEach(it -> balances.explain(clerk, zhuxi.path(), it));
    }

    private static void requireTaken(List<Filed> filed) {
        var refused = new ArrayList<>(filed);
        refused.removeIf(Filed::isKept);
        if (!refused.isEmpty()) {
            throw new IllegalStateException("The demo world does not fit: " + refused.getFirst());
        }
    }
}
