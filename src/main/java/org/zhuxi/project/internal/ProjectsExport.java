package org.zhuxi.project.internal;

import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Permission;
import org.zhuxi.platform.table.ColumnType;
import org.zhuxi.platform.table.ExportSource;
import org.zhuxi.platform.table.TableColumn;
import org.zhuxi.project.ProjectFilter;
import org.zhuxi.project.Projects;

/** Projects as open data. */
@Component
class ProjectsExport implements ExportSource {

    private static final int PAGE = 500;

    private final Projects projects;
    private final Gate gate;

    ProjectsExport(Projects projects, Gate gate) {
        this.projects = projects;
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
    public Names about() {
        return new Names(
                "每个改造项目在哪里、到哪一步、计划和完成的数量、造价（分）、工期和晚了几天。",
                "Where each improvement project is, how far it has come, its planned and built extent, its cost (fen), its days and its delay.");
    }

    @Override
    public List<TableColumn> columns() {
        return List.of(
                TableColumn.text("id"),
                TableColumn.text("place"),
                TableColumn.text("type"),
                TableColumn.text("title_zh"),
                TableColumn.text("title_en"),
                TableColumn.text("stage"),
                new TableColumn("old_estate", ColumnType.YES_NO),
                TableColumn.integer("cost_fen"),
                TableColumn.decimal("quantity"),
                TableColumn.decimal("done_quantity"),
                TableColumn.day("planned_start"),
                TableColumn.day("planned_end"),
                TableColumn.day("started_on"),
                TableColumn.day("accepted_on"),
                TableColumn.integer("delay_days"),
                TableColumn.text("contractor"),
                TableColumn.text("source"),
                TableColumn.text("origin"));
    }

    @Override
    public @Nullable Permission permission() {
        return null;
    }

    @Override
    public void write(Actor actor, Scope scope, Rows rows) throws IOException {
        UUID after = null;
        do {
            var page = projects.list(scope.place(), ProjectFilter.ALL, PAGE, after);
            for (var it : page.items()) {
                rows.row(ProjectRows.cells(it, gate.today()));
            }
            var next = page.next();
            after = next == null ? null : UUID.fromString(next);
        } while (after != null);
    }
}
