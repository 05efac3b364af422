package org.zhuxi.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.zhuxi.account.Accounts;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.GeoPoint;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Origin;
import org.zhuxi.project.asset.AssetKind;
import org.zhuxi.project.asset.Assets;
import org.zhuxi.project.asset.InventoryWorks;
import org.zhuxi.project.photo.NewPhotoPoint;
import org.zhuxi.project.photo.PhotoPoints;
import org.zhuxi.testing.World;
import org.zhuxi.testing.ZhuxiTest;

/** Projects and inventories on the shared map. */
@ZhuxiTest
@Import(World.class)
class ProjectMapTests {

    private static final GeoPoint SOUTH = new GeoPoint(32.41, 119.43);
    private static final GeoPoint NORTH = new GeoPoint(32.42, 119.44);

    private final WorksPoints points;
    private final PhotoPoints photos;
    private final Assets assets;
    private final ProjectWorks works;
    private final MockMvcTester http;
    private final World.Made made;
    private final Actor clerk;

    ProjectMapTests(
            WorksPoints points,
            PhotoPoints photos,
            Assets assets,
            Projects projects,
            ProjectTalks talks,
            ProjectSteps steps,
            ProjectFunds funds,
            MockMvcTester http,
            World world,
            Accounts accounts) {
        this.points = points;
        this.photos = photos;
        this.assets = assets;
        this.http = http;
        made = world.make(1);
        works = new ProjectWorks(projects, talks, steps, funds, made);
        clerk = accounts.actorOf(made.username("clerk"));
    }

    @Test
    void showsThePointsOfAProjectOrElseWhereItIsPhotographed() {
        var pointed = works.talkedOver(clerk).id();
        points.agree(clerk, pointed, Ids.next(), new NewWorksPoint(new Names("车棚", "Shed"), SOUTH));
        points.agree(clerk, pointed, Ids.next(), new NewWorksPoint(new Names("没有位置", "Nowhere"), null));
        var dropped = points.agree(clerk, pointed, Ids.next(), new NewWorksPoint(new Names("取消的", "Dropped"), SOUTH));
        points.drop(clerk, pointed, dropped.id(), "取消");
        photo(pointed, "不显示", SOUTH);
        photo(works.talkedOver(clerk).id(), "路口", NORTH);
        works.proposed(clerk);

        assertThat(http.get().uri("/api/v1/projects/map?place=" + made.communityCode()))
                .hasStatusOk()
                .hasContentTypeCompatibleWith("application/geo+json")
                .bodyJson()
                .satisfies(json -> {
                    json.assertThat().extractingPath("$.features.length()").isEqualTo(2);
                    json.assertThat()
                            .extractingPath("$.features[*].properties.nameZh")
                            .asArray()
                            .containsExactlyInAnyOrder("12号楼加装电梯：车棚", "12号楼加装电梯：路口");
                    json.assertThat()
                            .extractingPath("$.features[*].properties.saysEn")
                            .asArray()
                            .contains("Elevators added · Talked over");
                    json.assertThat().extractingPath("$.['zhuxi:whole']").isEqualTo(true);
                });
        assertThat(http.get().uri("/api/v1/projects/map?type=sewer&place=" + made.communityCode()))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.features.length()")
                .isEqualTo(0);
        assertThat(http.get()
                        .uri("/projects?type=elevator&place=" + made.communityCode())
                        .locale(Locale.CHINA))
                .hasStatusOk()
                .bodyText()
                .contains("data-map=\"/api/v1/projects/map?place=" + made.communityCode());
    }

    private void photo(java.util.UUID project, String name, GeoPoint at) {
        photos.add(
                clerk, Ids.next(), new NewPhotoPoint(project, null, new Names(name, name), at, 90), Origin.SYNTHETIC);
    }

    @Test
    void showsWhatIsListedWithAPosition() {
        assets.add(clerk, Ids.next(), InventoryWorks.of(made, AssetKind.ANCIENT_TREE, "GS-1"), Origin.SYNTHETIC);
        assets.add(clerk, Ids.next(), InventoryWorks.of(made, AssetKind.ROAD, "L-1"), Origin.SYNTHETIC);

        assertThat(http.get().uri("/api/v1/inventories/map?inventory=HERITAGE&place=" + made.communityCode()))
                .hasStatusOk()
                .bodyJson()
                .satisfies(json -> {
                    json.assertThat().extractingPath("$.features.length()").isEqualTo(1);
                    json.assertThat()
                            .extractingPath("$.features[0].geometry.coordinates")
                            .asArray()
                            .containsExactly(119.43, 32.41);
                    json.assertThat()
                            .extractingPath("$.features[0].properties.saysZh")
                            .asString()
                            .startsWith("古树 · 还没有巡检");
                });
        assertThat(http.get()
                        .uri("/inventories?inventory=HERITAGE&place=" + made.communityCode())
                        .locale(Locale.CHINA))
                .hasStatusOk()
                .bodyText()
                .contains("data-map=\"/api/v1/inventories/map?place=" + made.communityCode());
        assertThat(http.get().uri("/api/v1/inventories/map?place=none")).hasStatus(404);
    }
}
