package org.zhuxi.project.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.Permission;
import org.zhuxi.kernel.Refused;
import org.zhuxi.platform.table.ColumnType;
import org.zhuxi.platform.table.ImportColumn;
import org.zhuxi.platform.table.ImportRow;
import org.zhuxi.platform.table.ImportSource;
import org.zhuxi.platform.table.RowResult;
import org.zhuxi.platform.table.RowResult.Fate;
import org.zhuxi.project.Project;
import org.zhuxi.project.ProjectPermissions;
import org.zhuxi.project.ProjectTypes;
import org.zhuxi.project.Projects;

/**
 * Projects as a table: those without a source are proposed, those with one are taken over from it with their stage. A row is known
 * by its place and title.
 */
@Component
class ProjectImport implements ImportSource {

    private static final Map<String, String> COLUMNS = Map.of(
            "titleZh", "title",
            "titleEn", "title_en",
            "problemZh", "problem",
            "problemEn", "problem_en",
            "costFen", "cost_yuan");

    private final Projects projects;
    private final ProjectTypes types;
    private final TransactionOperations transactions;
    private final Gate gate;

    ProjectImport(Projects projects, ProjectTypes types, TransactionOperations transactions, Gate gate) {
        this.projects = projects;
        this.types = types;
        this.transactions = transactions;
        this.gate = gate;
    }

    @Override
    public String code() {
        return "projects";
    }

    @Override
    public Names names() {
        return new Names("改造项目", "Improvement projects");
    }

    @Override
    public List<ImportColumn> columns() {
        return List.of(
                text("place", "地点代码", "Code of the place", true, "321003010001"),
                text("type", "类型", "Type", true, "加装电梯"),
                text("title", "名称", "Title", true, "12 号楼加装电梯"),
                text("title_en", "英文名称", "English title", false, "An elevator for building 12"),
                text("problem", "原来的问题", "What was wrong", false, "六层楼，老人下不了楼"),
                text("problem_en", "原来的问题（英文）", "What was wrong, in English", false, ""),
                text("old_estate", "老旧小区改造", "Old estate", false, "yes"),
                text("source", "出处（已有项目必填）", "Source (of earlier projects)", false, "街道 2025 年台账第 3 行"),
                text("stage", "阶段（已有项目）", "Stage (of earlier projects)", false, "已验收"),
                column("cost_yuan", "造价（元）", "Cost (yuan)", ColumnType.DECIMAL, "700000"),
                column("quantity", "计划数量", "Quantity planned", ColumnType.DECIMAL, "1"),
                column("done_quantity", "完成数量", "Quantity done", ColumnType.DECIMAL, "1"),
                column("planned_start", "计划开工", "Planned first day", ColumnType.DAY, "2025-03-01"),
                column("planned_end", "计划完工", "Planned last day", ColumnType.DAY, "2025-08-31"),
                text("contractor", "施工单位", "Contractor", false, "上海电梯公司"),
                column("started_on", "开工", "Begun", ColumnType.DAY, "2025-03-10"),
                column("accepted_on", "验收", "Accepted", ColumnType.DAY, "2025-09-05"));
    }

    private static ImportColumn text(String name, String zh, String en, boolean required, String example) {
        return new ImportColumn(name, new Names(zh, en), ColumnType.TEXT, required, example);
    }

    private static ImportColumn column(String name, String zh, String en, ColumnType type, String example) {
        return new ImportColumn(name, new Names(zh, en), type, false, example);
    }

    @Override
    public Permission permission() {
        return ProjectPermissions.IMPORT;
    }

    @Override
    public List<RowResult> check(Actor actor, List<ImportRow> rows) {
        return rows.stream().map(row -> look(actor, row, false)).toList();
    }

    @Override
    public List<RowResult> take(Actor actor, List<ImportRow> rows) {
        return rows.stream().map(row -> look(actor, row, true)).toList();
    }

    private RowResult look(Actor actor, ImportRow row, boolean isTaken) {
        try {
            var read = ProjectRow.read(row, types, gate.today());
            var result = known(row, checked(actor, row, read));
            if (isTaken && result.isEmpty()) {
                transactions.executeWithoutResult(status -> take(actor, row, read));
            }
            return result.orElseGet(() -> RowResult.of(row, Fate.CREATE));
        } catch (Refused refused) {
            return RowResult.refused(row, column(refused), refused.problem());
        }
    }

    private Project checked(Actor actor, ImportRow row, ProjectRow read) {
        var earlier = read.earlier();
        return earlier == null
                ? projects.proposed(actor, row.id(), read.project(), Origin.RECORDED)
                : projects.takenOver(actor, row.id(), earlier, Origin.RECORDED);
    }

    private Optional<RowResult> known(ImportRow row, Project project) {
        return projects.isTitled(project) ? Optional.of(RowResult.of(row, Fate.SAME)) : Optional.empty();
    }

    private void take(Actor actor, ImportRow row, ProjectRow read) {
        var earlier = read.earlier();
        if (earlier == null) {
            projects.propose(actor, row.id(), read.project(), Origin.RECORDED);
        } else {
            projects.takeOver(actor, row.id(), earlier, Origin.RECORDED);
        }
    }

    private @Nullable String columnOf(String field) {
        return columns().stream()
                .map(ImportColumn::name)
                .filter(field::equals)
                .findFirst()
                .orElse(COLUMNS.get(field));
    }

    private String column(Refused refused) {
        return refused.problem().fields().stream()
                .map(field -> columnOf(field.name()))
                .flatMap(Stream::ofNullable)
                .findFirst()
                .orElse("");
    }
}
