package org.zhuxi.assessment.internal.cycle;

import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.zhuxi.assessment.Assessments;
import org.zhuxi.assessment.CommunityAssessment;
import org.zhuxi.assessment.Cycle;
import org.zhuxi.assessment.CyclePermissions;
import org.zhuxi.assessment.Cycles;
import org.zhuxi.assessment.Standards;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Names;

/** Assessments as a list shows them. */
@Component
public class QueueRows {

    private final Assessments assessments;
    private final Cycles cycles;
    private final Standards standards;

    QueueRows(Assessments assessments, Cycles cycles, Standards standards) {
        this.assessments = assessments;
        this.cycles = cycles;
        this.standards = standards;
    }

    /**
     * One line.
     *
     * @param asked how many criteria the standard has
     * @param path the page on which this person goes on with it
     */
    public record Row(CommunityAssessment it, Names name, Cycle cycle, int asked, String path) {}

    List<Row> of(Actor actor, List<CommunityAssessment> found) {
        var known = new HashMap<UUID, Cycle>();
        return found.stream()
                .map(it -> {
                    var cycle = known.computeIfAbsent(it.cycle(), cycles::get);
                    var isOwn = it.state().isWritable() && actor.may(CyclePermissions.SELF, it.path());
                    return new Row(
                            it,
                            assessments.nameOf(it),
                            cycle,
                            standards
                                    .get(cycle.standard(), cycle.standardVersion())
                                    .criteria()
                                    .size(),
                            (isOwn ? "/work/assessment/" : "/work/assessments/") + it.id());
                })
                .toList();
    }

    /** As everybody sees them. */
    List<Row> open(List<CommunityAssessment> found) {
        return of(Actor.VISITOR, found).stream()
                .map(row -> new Row(
                        row.it(),
                        row.name(),
                        row.cycle(),
                        row.asked(),
                        "/assessments/" + row.it().id()))
                .toList();
    }
}
