package org.zhuxi.project.internal;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhuxi.indicator.Indicators;
import org.zhuxi.indicator.ReportPeriod;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.PlaceNames;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.project.Evaluation;
import org.zhuxi.project.Project;
import org.zhuxi.project.ProjectTypes;
import org.zhuxi.project.Projects;

/** Puts together what the pages of a project show. */
@Component
class Views {

    private final Projects projects;
    private final ProjectTypes types;
    private final PlaceNames names;
    private final Indicators indicators;
    private final Gate gate;

    Views(Projects projects, ProjectTypes types, PlaceNames names, Indicators indicators, Gate gate) {
        this.projects = projects;
        this.types = types;
        this.names = names;
        this.indicators = indicators;
        this.gate = gate;
    }

    ProjectView of(UUID id) {
        var story = projects.story(id);
        var project = story.project();
        return new ProjectView(
                story,
                types.get(project.type()),
                names.namesOf(java.util.List.of(project.path()))
                        .getOrDefault(project.path(), new Names(project.place(), project.place())),
                gate.today(),
                change(project.path(), story.evaluation()));
    }

    /** What the places of projects are called. */
    Map<PlacePath, Names> placesOf(Collection<Project> found) {
        return names.namesOf(found.stream().map(Project::path).distinct().toList());
    }

    private ProjectView.@Nullable Change change(PlacePath place, @Nullable Evaluation evaluation) {
        if (evaluation == null || evaluation.indicator() == null) {
            return null;
        }
        var code = evaluation.indicator();
        return indicators.list("").stream()
                .filter(it -> it.code().equals(code))
                .findFirst()
                .map(it -> new ProjectView.Change(
                        code,
                        it.names(),
                        it.unit(),
                        it.decimals(),
                        String.valueOf(evaluation.before()),
                        value(code, place, evaluation.before()),
                        String.valueOf(evaluation.after()),
                        value(code, place, evaluation.after())))
                .orElse(null);
    }

    private java.math.@Nullable BigDecimal value(String indicator, PlacePath place, @Nullable String period) {
        var read = ReportPeriod.parse(period).orElse(null);
        return read == null ? null : indicators.value(indicator, place, read).orNull();
    }
}
