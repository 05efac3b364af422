package org.zhuxi.project.asset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.zhuxi.account.Accounts;
import org.zhuxi.indicator.Indicators;
import org.zhuxi.indicator.ReportPeriod;
import org.zhuxi.indicator.Rollups;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.Refused;
import org.zhuxi.kernel.Role;
import org.zhuxi.platform.table.ImportRow;
import org.zhuxi.platform.table.ImportSource;
import org.zhuxi.platform.table.RowResult;
import org.zhuxi.project.ProjectWorks;
import org.zhuxi.testing.World;
import org.zhuxi.testing.ZhuxiTest;

/** What a community has and looks after. */
@ZhuxiTest
@Import(World.class)
class InventoryTests {

    private final Assets assets;
    private final AssetInspections inspections;
    private final Indicators indicators;
    private final Rollups rollups;
    private final ImportSource imports;
    private final World.Made made;
    private final Actor clerk;
    private final Actor head;

    InventoryTests(
            Assets assets,
            AssetInspections inspections,
            Indicators indicators,
            Rollups rollups,
            List<ImportSource> sources,
            World world,
            Accounts accounts) {
        this.assets = assets;
        this.inspections = inspections;
        this.indicators = indicators;
        this.rollups = rollups;
        imports = sources.stream()
                .filter(it -> it.code().equals("inventories"))
                .findFirst()
                .orElseThrow();
        made = world.make(1);
        clerk = accounts.actorOf(made.username("clerk"));
        head = accounts.actorOf(made.username("head"));
    }

    private Asset add(AssetKind kind, String number) {
        return assets.add(clerk, Ids.next(), InventoryWorks.of(made, kind, number), Origin.SYNTHETIC);
    }

    private void inspect(Asset asset, LocalDate on, Condition condition, String... findings) {
        inspections.inspect(clerk, asset.id(), new NewInspection(on, condition, "", List.of(findings), null, null));
    }

    @Test
    void isDueAgainAfterItsMonthsAndOverdueLater() {
        var road = add(AssetKind.ROAD, "L-1");
        inspect(road, ProjectWorks.TODAY.minusMonths(8), Condition.GOOD);

        var found = assets.get(road.id());
        assertThat(found.dueOn()).isEqualTo(ProjectWorks.TODAY.minusMonths(8).plusMonths(6));
        assertThat(found.isOverdue(ProjectWorks.TODAY)).isTrue();
        assertThat(assets.overdue(made.path())).isEqualTo(1);
        inspect(road, ProjectWorks.TODAY, Condition.FAIR);
        inspect(road, ProjectWorks.TODAY.minusMonths(1), Condition.POOR);
        assertThat(assets.get(road.id()).condition()).isEqualTo(Condition.FAIR);
        assertThat(assets.overdue(made.path())).isZero();
        assertThat(assets.story(road.id()).inspections()).hasSize(3);
    }

    @Test
    void keepsAFindingOpenUntilItIsPutRight() {
        var lane = assets.add(clerk, Ids.next(), InventoryWorks.lane(made), Origin.SYNTHETIC);
        inspections.inspect(clerk, lane.id(), InventoryWorks.blocked());
        var finding = assets.story(lane.id()).findings().getFirst();
        assertThat(assets.get(lane.id()).openFindings()).isEqualTo(1);

        inspections.close(clerk, lane.id(), finding.id(), "已劝离并划线");
        assertThat(assets.get(lane.id()).openFindings()).isZero();
        assertThatThrownBy(() -> inspections.close(clerk, lane.id(), finding.id(), "再来"))
                .isInstanceOf(AssetRefused.Closed.class);
    }

    @Test
    void tellsKnownGoodAbsentAndUnknownClassesApart() {
        inspect(add(AssetKind.WATER, "S-1"), ProjectWorks.TODAY, Condition.GOOD);
        inspect(add(AssetKind.ROAD, "L-1"), ProjectWorks.TODAY, Condition.POOR);
        add(AssetKind.POWER, "D-1");
        inspections.certify(head, made.communityCode(), Inventory.FACILITY, AssetKind.GAS, "2026-11 全社区踏勘");

        var lines = assets.classes(made.path(), Inventory.FACILITY);
        assertThat(lines).hasSize(8);
        assertThat(line(lines, AssetKind.WATER).isGood()).isTrue();
        assertThat(line(lines, AssetKind.ROAD).isGood()).isFalse();
        assertThat(line(lines, AssetKind.POWER).isGood()).isNull();
        assertThat(line(lines, AssetKind.GAS).certifiedAbsent()).isTrue();
        assertThat(line(lines, AssetKind.FIRE).certifiedAbsent()).isFalse();
    }

    private static ClassLine line(List<ClassLine> lines, AssetKind kind) {
        return lines.stream().filter(it -> it.kind() == kind).findFirst().orElseThrow();
    }

    @Test
    void aCertifiedZeroHasASignerAndEndsWithTheFirstThing() {
        assertThatThrownBy(() -> inspections.certify(clerk, made.communityCode(), Inventory.HERITAGE, null, "没有"))
                .isInstanceOf(Refused.Forbidden.class);
        var absence = inspections.certify(head, made.communityCode(), Inventory.HERITAGE, null, "没有古树文物");
        assertThat(absence.signer()).isEqualTo(Role.COMMUNITY_HEAD);

        add(AssetKind.ANCIENT_TREE, "GS-1");
        assertThat(inspections.absences(made.path(), Inventory.HERITAGE)).isEmpty();
        assertThatThrownBy(() -> inspections.certify(
                        head, made.communityCode(), Inventory.HERITAGE, AssetKind.ANCIENT_TREE, "没有"))
                .isInstanceOf(AssetRefused.NotEmpty.class);
    }

    @Test
    void giveANumberOnceInAnInventory() {
        add(AssetKind.ANCIENT_TREE, "GS-1");

        assertThatThrownBy(() -> add(AssetKind.RELIC, "GS-1")).isInstanceOf(AssetRefused.NumberTaken.class);
        assertThat(add(AssetKind.WATER, "GS-1").number()).isEqualTo("GS-1");
    }

    @Test
    void takesOutWithAReasonAndKeepsWhatWasFound() {
        var tree = add(AssetKind.ANCIENT_TREE, "GS-1");
        inspect(tree, ProjectWorks.TODAY, Condition.POOR);
        assets.retire(clerk, tree.id(), "枯死");

        assertThat(assets.list(made.path(), AssetFilter.ALL, 10, null).items()).isEmpty();
        assertThat(assets.story(tree.id()).inspections()).hasSize(1);
        assertThatThrownBy(() -> inspect(tree, ProjectWorks.TODAY, Condition.GOOD))
                .isInstanceOf(AssetRefused.Retired.class);
    }

    @Test
    void listsWhatIsDueFirstPageByPage() {
        var first = add(AssetKind.ROAD, "L-1");
        var second = add(AssetKind.ROAD, "L-2");
        inspect(second, ProjectWorks.TODAY, Condition.GOOD);
        inspect(first, ProjectWorks.TODAY.minusMonths(3), Condition.GOOD);

        var page = assets.list(made.path(), AssetFilter.ALL, 1, null);
        assertThat(page.items()).extracting(Asset::id).containsExactly(first.id());
        assertThat(assets.list(made.path(), AssetFilter.ALL, 1, page.next()).items())
                .extracting(Asset::id)
                .containsExactly(second.id());
        assertThatThrownBy(() -> assets.list(made.path(), AssetFilter.ALL, 1, "x.y"))
                .isInstanceOf(Refused.NotFound.class);
    }

    @Test
    void feedsYearsOfInspectionsToTheIndicators() {
        inspect(add(AssetKind.WATER, "S-1"), ProjectWorks.TODAY, Condition.GOOD);
        inspect(add(AssetKind.WATER, "S-2"), ProjectWorks.TODAY, Condition.FAIR);
        inspect(add(AssetKind.ROAD, "L-1"), ProjectWorks.TODAY, Condition.POOR);
        inspect(add(AssetKind.STORE, "H-1"), ProjectWorks.TODAY, Condition.GOOD);
        rollups.refreshAll();

        var year = ReportPeriod.of(Year.from(ProjectWorks.TODAY));
        assertThat(Objects.requireNonNull(indicators
                        .value("facilities.good.rate", made.path(), year)
                        .orNull()))
                .isEqualByComparingTo("50.0");
        assertThat(Objects.requireNonNull(
                        indicators.value("sponge.area", made.path(), year).orNull()))
                .isEqualByComparingTo("121");
    }

    @Test
    void importsRowByRowAndSaysWhatIsWrongWithEach() {
        add(AssetKind.ANCIENT_TREE, "GS-1");
        var rows = List.of(
                row(2, "古树", "GS-1", "32.4", "119.4", "12"),
                row(3, "ANCIENT_TREE", "GS-2", "32.4", "119.4", "12"),
                row(4, "恐龙", "GS-3", "32.4", "119.4", "12"),
                row(5, "古树", "GS-4", "95", "119.4", "12"),
                row(6, "古树", "GS-5", "32.4", "119.4", "0"));

        assertThat(imports.check(clerk, rows))
                .extracting(RowResult::fate)
                .containsExactly(
                        RowResult.Fate.SAME,
                        RowResult.Fate.CREATE,
                        RowResult.Fate.REFUSED,
                        RowResult.Fate.REFUSED,
                        RowResult.Fate.REFUSED);
        var taken = imports.take(clerk, rows);
        assertThat(taken.get(2).problems()).extracting(RowResult.Cell::column).containsExactly("kind");
        assertThat(taken.get(3).problems()).extracting(RowResult.Cell::column).containsExactly("latitude");
        assertThat(taken.get(4).problems()).extracting(RowResult.Cell::column).containsExactly("every_months");
        assertThat(imports.take(clerk, rows).get(1).fate()).isEqualTo(RowResult.Fate.SAME);
        assertThat(assets.list(made.path(), AssetFilter.ALL, 10, null).items()).hasSize(2);
    }

    private ImportRow row(long line, String kind, String number, String latitude, String longitude, String months) {
        return new ImportRow(
                Ids.next(),
                line,
                Map.of(
                        "community",
                        made.communityCode(),
                        "kind",
                        kind,
                        "number",
                        number,
                        "name",
                        "银杏",
                        "latitude",
                        latitude,
                        "longitude",
                        longitude,
                        "every_months",
                        months));
    }
}
