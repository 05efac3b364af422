package org.zhuxi.project.asset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.zhuxi.account.Accounts;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.GeoPoint;
import org.zhuxi.kernel.Grant;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.Refused;
import org.zhuxi.kernel.Role;
import org.zhuxi.project.ProjectRefused;
import org.zhuxi.project.ProjectWorks;
import org.zhuxi.testing.World;
import org.zhuxi.testing.ZhuxiTest;

/** Corridors: five kinds, a theme, whoever keeps them, and stars. */
@ZhuxiTest
@Import(World.class)
class CorridorTests {

    private final Assets assets;
    private final AssetInspections inspections;
    private final MockMvcTester http;
    private final World.Made made;
    private final Actor clerk;

    CorridorTests(Assets assets, AssetInspections inspections, MockMvcTester http, World world, Accounts accounts) {
        this.assets = assets;
        this.inspections = inspections;
        this.http = http;
        made = world.make(1);
        clerk = accounts.actorOf(made.username("clerk"));
    }

    private NewAsset corridor(AssetKind kind, String number, @Nullable String theme) {
        return new NewAsset(
                made.communityCode(),
                kind,
                number,
                kind.names(),
                "3 栋",
                new GeoPoint(32.41, 119.43),
                null,
                "",
                6,
                theme == null ? null : new Names(theme, theme),
                "3 栋楼组");
    }

    private Asset add(AssetKind kind, String number, String theme) {
        return assets.add(clerk, Ids.next(), corridor(kind, number, theme), Origin.SYNTHETIC);
    }

    @Test
    void o25FiveKindsAndEightThemesAreCountedCrosswise() {
        var number = 0;
        for (var kind : AssetKind.of(Inventory.CORRIDOR)) {
            for (var theme = 1; theme <= 8; theme++) {
                number++;
                add(kind, "LD-" + number, "主题" + theme);
            }
        }

        var themes = assets.themes(made.path());
        assertThat(themes).hasSize(8).allSatisfy(it -> {
            assertThat(it.corridors()).hasSize(5).containsOnlyKeys(AssetKind.of(Inventory.CORRIDOR));
            assertThat(it.all()).isEqualTo(5);
        });
        assertThat(http.get()
                        .uri("/inventories?place=" + made.communityCode() + "&inventory=CORRIDOR")
                        .locale(Locale.CHINA))
                .hasStatusOk()
                .bodyText()
                .contains("楼道：5 / 5 个类型，8 个主题", "党建楼道", "敬老楼道");
        assertThat(http.get().uri("/api/v1/inventories/classes?place=" + made.communityCode() + "&inventory=CORRIDOR"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.themes.length()")
                .isEqualTo(8);
    }

    @Test
    void starsComeWithAnInspectionAndStayUntilTheNextOnesAreGiven() {
        var id = add(AssetKind.GREEN_CORRIDOR, "LD-1", "绿植认养").id();
        assertThat(Objects.requireNonNull(assets.get(id).corridor()).stars()).isNull();

        inspect(clerk, id, 4);
        inspect(clerk, id, null);

        assertThat(assets.get(id).corridor()).isEqualTo(new Corridor(new Names("绿植认养", "绿植认养"), "3 栋楼组", 4));
        assertThat(assets.story(id).inspections())
                .extracting(AssetInspection::stars)
                .containsExactly(null, 4);
    }

    private void inspect(Actor actor, java.util.UUID id, @Nullable Integer stars) {
        inspections.inspect(
                actor, id, new NewInspection(ProjectWorks.TODAY, Condition.GOOD, "", List.of(), null, stars));
    }

    @Test
    void refusesStarsForOtherThingsAndBeyondFive() {
        var corridor = add(AssetKind.GREEN_CORRIDOR, "LD-1", "绿植认养").id();
        var road = assets.add(clerk, Ids.next(), InventoryWorks.of(made, AssetKind.ROAD, "L-1"), Origin.SYNTHETIC)
                .id();

        assertThatThrownBy(() -> inspect(clerk, corridor, 6)).isInstanceOf(AssetRefused.NoStars.class);
        assertThatThrownBy(() -> inspect(clerk, corridor, 0)).isInstanceOf(AssetRefused.NoStars.class);
        assertThatThrownBy(() -> inspect(clerk, road, 3)).isInstanceOf(AssetRefused.NoStars.class);
    }

    @Test
    void aBuildingGivesItselfNoStars() {
        var id = add(AssetKind.GREEN_CORRIDOR, "LD-1", "绿植认养").id();
        var leader = new Actor(
                clerk.account(),
                "楼组长",
                java.util.Set.of(new Grant(Role.BUILDING_LEADER, made.path())),
                java.util.Set.of(),
                null);

        inspect(leader, id, null);
        assertThatThrownBy(() -> inspect(leader, id, 5)).isInstanceOf(Refused.Forbidden.class);
        assertThat(Objects.requireNonNull(assets.get(id).corridor()).stars()).isNull();
    }

    @Test
    void aCorridorNeedsAThemeAndNothingElseHasOne() {
        assertThatThrownBy(() -> assets.add(
                        clerk, Ids.next(), corridor(AssetKind.GREEN_CORRIDOR, "LD-1", null), Origin.SYNTHETIC))
                .isInstanceOf(ProjectRefused.Missing.class);
        assertThat(assets.add(clerk, Ids.next(), corridor(AssetKind.ROAD, "L-1", "家风"), Origin.SYNTHETIC)
                        .corridor())
                .isNull();
    }
}
