package org.zhuxi.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Whatever steps people take, the way keeps its order. */
class ProjectStageProperties {

    @Property(tries = 500)
    void nothingIsBuiltThatWasNotApprovedAndNothingLeavesAnEnd(
            @ForAll @Size(max = 30) List<@IntRange(min = 0, max = 9) Integer> choices) {
        var stage = ProjectStage.PROPOSED;
        var from = ProjectStage.PROPOSED;
        var seen = new ArrayList<ProjectStage>();
        seen.add(stage);
        for (var choice : choices) {
            var next = EnumSet.copyOf(stage.next().isEmpty() ? EnumSet.of(stage) : stage.next());
            if (stage == ProjectStage.SUSPENDED) {
                next.add(from);
            }
            var to = List.copyOf(next).get(choice % next.size());
            if (to == ProjectStage.SUSPENDED && stage != ProjectStage.SUSPENDED) {
                from = stage;
            }
            stage = to;
            seen.add(stage);
        }
        if (seen.contains(ProjectStage.IN_WORKS)) {
            assertThat(seen.subList(0, seen.indexOf(ProjectStage.IN_WORKS)))
                    .contains(ProjectStage.DISCUSSED, ProjectStage.PLANNED, ProjectStage.APPROVED);
        }
        if (seen.contains(ProjectStage.EVALUATED)) {
            assertThat(seen.subList(0, seen.indexOf(ProjectStage.EVALUATED)))
                    .contains(ProjectStage.ACCEPTED, ProjectStage.IN_WORKS);
            assertThat(seen.getLast()).isEqualTo(ProjectStage.EVALUATED);
        }
    }

    @Property
    void everyStageButTheStartIsReachedFromAnother(@ForAll ProjectStage stage) {
        var before = EnumSet.allOf(ProjectStage.class);
        before.removeIf(one -> !one.next().contains(stage));

        assertThat(before).isNotEmpty().doesNotContain(stage);
    }
}
