package org.zhuxi.governance.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuxi.governance.Convention;

/** A version of a convention as JSON. @param versions numbers of all versions, the latest first */
record ConventionJson(
        UUID id,
        String place,
        Convention.Kind kind,
        String title,
        String origin,
        String source,
        int version,
        Convention.State state,
        @Nullable UUID decision,
        String resolution,
        @Nullable LocalDate inForceOn,
        List<Integer> versions,
        List<Convention.Clause> clauses,
        List<Convention.ClauseRemark> remarks,
        List<Convention.Change> changes,
        List<Convention.Appraisal> appraisals) {

    static ConventionJson of(Convention.Story story) {
        var convention = story.convention();
        var version = story.version();
        return new ConventionJson(
                convention.id(),
                convention.place(),
                convention.kind(),
                convention.title(),
                convention.origin().name(),
                convention.source(),
                version.number(),
                version.state(),
                version.decision(),
                version.resolution(),
                version.inForceOn(),
                story.versions().stream().map(Convention.Version::number).toList(),
                story.clauses(),
                story.remarks(),
                story.changes(),
                story.appraisals());
    }
}
