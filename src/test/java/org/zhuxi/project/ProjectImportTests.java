package org.zhuxi.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.zhuxi.account.Accounts;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Grant;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Role;
import org.zhuxi.platform.table.ImportRow;
import org.zhuxi.platform.table.ImportSource;
import org.zhuxi.platform.table.RowResult;
import org.zhuxi.platform.table.RowResult.Fate;
import org.zhuxi.testing.World;
import org.zhuxi.testing.ZhuxiTest;

/** Projects are taken in as a table, row by row, and the same table again changes nothing. */
@ZhuxiTest
@Import(World.class)
class ProjectImportTests {

    private final Projects projects;
    private final ImportSource imports;
    private final World.Made made;
    private final Actor clerk;
    private final Actor steward;

    ProjectImportTests(Projects projects, List<ImportSource> sources, World world, Accounts accounts) {
        this.projects = projects;
        imports = sources.stream()
                .filter(it -> it.code().equals("projects"))
                .findFirst()
                .orElseThrow();
        made = world.make(1);
        clerk = accounts.actorOf(made.username("clerk"));
        steward =
                new Actor(clerk.account(), "数据管理员", Set.of(new Grant(Role.DATA_STEWARD, made.path())), Set.of(), null);
    }

    private ImportRow row(long line, Map<String, String> cells) {
        var all = new HashMap<>(Map.of("place", made.communityCode(), "type", "加装电梯", "title", "电梯" + line));
        all.putAll(cells);
        return new ImportRow(Ids.derived(clerk.account(), made.communityCode() + line), line, all);
    }

    private ImportRow earlier(long line, Map<String, String> cells) {
        var all = new HashMap<>(Map.of("source", "2025 年台账", "stage", "已验收"));
        all.putAll(cells);
        return row(line, all);
    }

    @Test
    void proposesWhatHasNoSourceAndTakesOverWhatHasOne() {
        var proposed = row(2, Map.of("problem", "六层楼，老人下不了楼", "old_estate", "是"));
        var taken = earlier(
                3,
                Map.of(
                        "cost_yuan", "700000.5",
                        "quantity", "1",
                        "done_quantity", "1",
                        "planned_start", "2025-03-01",
                        "planned_end", "2025-08-31",
                        "contractor", "上海电梯公司",
                        "started_on", "2025-03-10",
                        "accepted_on", "2025-09-05"));

        assertThat(imports.check(clerk, List.of(proposed)))
                .extracting(RowResult::fate)
                .containsExactly(Fate.CREATE);
        assertThat(projects.list(made.path(), ProjectFilter.ALL, 10, null).items())
                .as("a check changes nothing")
                .isEmpty();
        assertThat(imports.take(clerk, List.of(proposed)))
                .extracting(RowResult::fate)
                .containsExactly(Fate.CREATE);
        assertThat(imports.take(steward, List.of(taken)))
                .extracting(RowResult::fate)
                .containsExactly(Fate.CREATE);

        var one = projects.get(proposed.id());
        assertThat(one.stage()).isEqualTo(ProjectStage.PROPOSED);
        assertThat(one.oldEstate()).isTrue();
        var other = projects.get(taken.id());
        assertThat(other.stage()).isEqualTo(ProjectStage.ACCEPTED);
        assertThat(other.plan().costFen()).isEqualTo(70_000_050);
        assertThat(other.source()).isEqualTo("2025 年台账");
        assertThat(other.acceptedOn()).isEqualTo("2025-09-05");
    }

    @Test
    void theSameTableAgainChangesNothing() {
        var rows = List.of(earlier(2, Map.of()), earlier(3, Map.of()));
        imports.take(steward, List.of(rows.getFirst()));

        assertThat(imports.take(steward, rows)).extracting(RowResult::fate).containsExactly(Fate.SAME, Fate.CREATE);
        assertThat(imports.check(steward, rows)).extracting(RowResult::fate).containsExactly(Fate.SAME, Fate.SAME);
        assertThat(projects.list(made.path(), ProjectFilter.ALL, 10, null).items())
                .hasSize(2);
    }

    @Test
    void saysOfEachRowWhatIsWrongInWhichColumn() {
        var wrong = List.of(
                row(2, Map.of("place", "1", "problem", "x")),
                row(3, Map.of("type", "恐龙", "problem", "x")),
                row(4, Map.of()),
                row(5, Map.of("problem", "x", "cost_yuan", "5")),
                row(6, Map.of("problem", "x", "old_estate", "vielleicht")),
                earlier(7, Map.of("stage", "SUSPENDED")),
                earlier(8, Map.of("started_on", "2025-05-02", "accepted_on", "2025-05-01")),
                earlier(9, Map.of("stage", "施工中", "accepted_on", "2025-05-01")),
                earlier(10, Map.of("accepted_on", "2999-01-01")),
                earlier(11, Map.of("planned_start", "2025-05-02", "planned_end", "2025-05-01")),
                earlier(12, Map.of("cost_yuan", "-1")),
                earlier(13, Map.of("done_quantity", "1.234")));

        var both = new Actor(
                clerk.account(),
                "两种身份",
                Set.of(new Grant(Role.COMMUNITY_CLERK, made.path()), new Grant(Role.DATA_STEWARD, made.path())),
                Set.of(),
                null);
        var results = imports.check(both, wrong);

        assertThat(results).extracting(RowResult::fate).containsOnly(Fate.REFUSED);
        assertThat(results.stream().map(it -> it.problems().getFirst().column()))
                .containsExactly(
                        "place",
                        "type",
                        "problem",
                        "cost_yuan",
                        "old_estate",
                        "stage",
                        "accepted_on",
                        "accepted_on",
                        "accepted_on",
                        "planned_end",
                        "cost_yuan",
                        "done_quantity");
    }

    @Test
    void nobodyTakesOverWhoMayOnlyPropose() {
        var result = imports.check(clerk, List.of(earlier(2, Map.of()))).getFirst();

        assertThat(result.fate()).isEqualTo(Fate.REFUSED);
        assertThat(result.problems().getFirst().slug()).isEqualTo("forbidden");
    }
}
