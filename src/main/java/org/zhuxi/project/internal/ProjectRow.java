package org.zhuxi.project.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.Names;
import org.zhuxi.platform.table.ImportRow;
import org.zhuxi.project.EarlierProject;
import org.zhuxi.project.Fen;
import org.zhuxi.project.NewProject;
import org.zhuxi.project.ProjectPlan;
import org.zhuxi.project.ProjectRefused;
import org.zhuxi.project.ProjectStage;
import org.zhuxi.project.ProjectType;
import org.zhuxi.project.ProjectTypes;

/** A project as a row of a table. @param earlier with a source; null for one that is proposed */
record ProjectRow(NewProject project, @Nullable EarlierProject earlier) {

    private static final Set<String> YES = Set.of("yes", "true", "1", "是", "有");
    private static final Set<String> NO = Set.of("", "no", "false", "0", "否", "无");

    /** What only an earlier project has. */
    private static final List<String> OF_EARLIER = List.of(
            "stage",
            "cost_yuan",
            "quantity",
            "done_quantity",
            "planned_start",
            "planned_end",
            "contractor",
            "started_on",
            "accepted_on");

    /** A suspended project would have to say where it stood before, and the table does not. */
    private static final Set<ProjectStage> STAGES = EnumSet.complementOf(EnumSet.of(ProjectStage.SUSPENDED));

    /** @throws ProjectRefused when a cell cannot be read or does not fit the others */
    static ProjectRow read(ImportRow row, ProjectTypes types, LocalDate today) {
        var project = new NewProject(
                row.get("place"),
                type(row.get("type"), types),
                names(row, "title"),
                names(row, "problem"),
                flag(row.get("old_estate")));
        if (row.text("source").isPresent()) {
            return new ProjectRow(project, earlier(row, project, today));
        }
        OF_EARLIER.stream()
                .filter(column -> row.text(column).isPresent())
                .findFirst()
                .ifPresent(column -> {
                    throw new ProjectRefused.NoSource(column);
                });
        return new ProjectRow(project, null);
    }

    private static Names names(ImportRow row, String column) {
        return new Names(row.get(column), row.text(column + "_en").orElse(row.get(column)));
    }

    /** A type by its code or one of its names. */
    private static String type(String word, ProjectTypes types) {
        return types.list().stream()
                .filter(type -> type.code().equals(word)
                        || type.names().zh().equals(word)
                        || type.names().en().equalsIgnoreCase(word))
                .findFirst()
                .map(ProjectType::code)
                .orElseThrow(ProjectRefused.NoType::new);
    }

    private static boolean flag(String word) {
        var said = word.strip().toLowerCase(Locale.ROOT);
        if (!YES.contains(said) && !NO.contains(said)) {
            throw new ProjectRefused.Unreadable("old_estate");
        }
        return YES.contains(said);
    }

    private static EarlierProject earlier(ImportRow row, NewProject project, LocalDate today) {
        var stage = stage(row.text("stage").orElse(ProjectStage.PROPOSED.name()));
        var started = day(row, "started_on", today);
        var accepted = day(row, "accepted_on", today);
        if (accepted != null && (!stage.isBuilt() || started != null && accepted.isBefore(started))) {
            throw new ProjectRefused.WrongDay("accepted_on");
        }
        var start = row.day("planned_start").orElse(null);
        var end = row.day("planned_end").orElse(null);
        if (start != null && end != null && end.isBefore(start)) {
            throw new ProjectRefused.WrongDay("planned_end");
        }
        var plan = new ProjectPlan(
                new Names("", ""),
                cost(row),
                quantity(row, "quantity"),
                start,
                end,
                Texts.optional("contractor", row.get("contractor"), NewProject.SHORT),
                0);
        return new EarlierProject(
                project, stage, plan, started, accepted, quantity(row, "done_quantity"), List.of(), row.get("source"));
    }

    /** A stage by its code or one of its names. */
    private static ProjectStage stage(String word) {
        return Arrays.stream(ProjectStage.values())
                .filter(STAGES::contains)
                .filter(stage -> stage.name().equalsIgnoreCase(word)
                        || stage.names().zh().equals(word)
                        || stage.names().en().equalsIgnoreCase(word))
                .findFirst()
                .orElseThrow(() -> new ProjectRefused.Unreadable("stage"));
    }

    private static @Nullable LocalDate day(ImportRow row, String column, LocalDate today) {
        var day = row.day(column).orElse(null);
        if (day != null && day.isAfter(today)) {
            throw new ProjectRefused.WrongDay(column);
        }
        return day;
    }

    private static @Nullable Long cost(ImportRow row) {
        var typed = row.text("cost_yuan").orElse(null);
        if (typed == null) {
            return null;
        }
        return Texts.fen("cost_yuan", Fen.parse("cost_yuan", typed));
    }

    private static @Nullable BigDecimal quantity(ImportRow row, String column) {
        return Texts.quantity(column, row.decimal(column).orElse(null));
    }
}
