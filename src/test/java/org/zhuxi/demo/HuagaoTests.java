package org.zhuxi.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.zhuxi.kernel.Origin;
import org.zhuxi.place.Places;
import org.zhuxi.project.Projects;
import org.zhuxi.project.WorksPoint;
import org.zhuxi.project.WorksPoints;
import org.zhuxi.project.asset.AssetFilter;
import org.zhuxi.project.asset.AssetKind;
import org.zhuxi.project.asset.Assets;
import org.zhuxi.project.asset.Inventory;
import org.zhuxi.testing.ZhuxiTest;

/** Huagao in the demo world: its ten points as the casebook counts them, its corridors made up in kinds and themes it counts. */
@ZhuxiTest
class HuagaoTests {

    private static final LocalDate LAST_DAY = LocalDate.of(2026, 11, 21);

    private final PlacesChapter chapterOfPlaces;
    private final CorridorsChapter corridors;
    private final ProjectsChapter chapterOfProjects;
    private final Places places;
    private final Assets assets;
    private final Projects projects;
    private final WorksPoints points;

    HuagaoTests(
            PlacesChapter chapterOfPlaces,
            CorridorsChapter corridors,
            ProjectsChapter chapterOfProjects,
            Places places,
            Assets assets,
            Projects projects,
            WorksPoints points) {
        this.chapterOfPlaces = chapterOfPlaces;
        this.corridors = corridors;
        this.chapterOfProjects = chapterOfProjects;
        this.places = places;
        this.assets = assets;
        this.projects = projects;
        this.points = points;
    }

    @Test
    void o25HasTenPointsAndFiveKindsTimesEightThemesHoweverOftenItIsTold() {
        chapterOfPlaces.tell();
        for (var time = 1; time <= 2; time++) {
            corridors.tell(LAST_DAY);
            chapterOfProjects.takeOver();
        }

        assertThat(points.list(EarlierWorks.tingyuan()))
                .hasSize(10)
                .extracting(WorksPoint::state)
                .containsOnly(WorksPoint.State.DONE);
        assertThat(projects.get(EarlierWorks.tingyuan()).origin()).isEqualTo(Origin.SEED);
        var huagao = places.findByCode("310115121008").orElseThrow().path();
        assertThat(assets.themes(huagao))
                .hasSize(8)
                .allSatisfy(theme -> assertThat(theme.corridors()).containsOnlyKeys(AssetKind.of(Inventory.CORRIDOR)));
        var kept = assets.list(huagao, new AssetFilter(Inventory.CORRIDOR, null, "", false, false), 100, null);
        assertThat(kept.items())
                .hasSize(5 * 8)
                .allSatisfy(it -> assertThat(it.origin()).isEqualTo(Origin.SYNTHETIC));
    }
}
