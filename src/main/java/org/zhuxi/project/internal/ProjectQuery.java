package org.zhuxi.project.internal;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.zhuxi.platform.web.Links;
import org.zhuxi.project.ProjectFilter;
import org.zhuxi.project.ProjectStage;

/** Filters of lists of projects as they stand in addresses; what cannot be read filters nothing. */
final class ProjectQuery {

    private ProjectQuery() {}

    static ProjectFilter read(Map<String, String> query) {
        return new ProjectFilter(
                query.getOrDefault("q", "").strip(),
                query.getOrDefault("type", ""),
                Filled.find(query.getOrDefault("stage", ""), ProjectStage.class).orElse(null),
                !query.getOrDefault("late", "").isBlank());
    }

    /** The list with these filters, from a row on. */
    static String link(String path, String place, ProjectFilter filter, @Nullable String after) {
        var stage = filter.stage();
        return Links.to(
                path,
                "place",
                place,
                "q",
                filter.words(),
                "type",
                filter.type(),
                "stage",
                stage == null ? "" : stage.name(),
                "late",
                filter.late() ? "on" : "",
                "after",
                Objects.requireNonNullElse(after, ""));
    }
}
