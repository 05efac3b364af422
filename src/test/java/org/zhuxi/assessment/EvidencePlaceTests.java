package org.zhuxi.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.EnumSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.context.annotation.Import;
import org.zhuxi.kernel.Ids;
import org.zhuxi.place.CoordinateSystem;
import org.zhuxi.place.Outlines;
import org.zhuxi.testing.LocatedPhoto;
import org.zhuxi.testing.World;
import org.zhuxi.testing.ZhuxiTest;

/** A photo that has to be taken within the community is held against its outline. */
@ZhuxiTest
@Import(World.class)
class EvidencePlaceTests {

    private static final String SQUARE = """
            {"type":"Polygon","coordinates":[[[119.4,32.4],[119.41,32.4],[119.41,32.41],[119.4,32.41],[119.4,32.4]]]}
            """;
    private static final String INSIDE_ONLY = "GC2020-13";

    private final Trial trial;
    private final Outlines outlines;

    EvidencePlaceTests(AutowireCapableBeanFactory beans, Outlines outlines) {
        this.trial = beans.createBean(Trial.class);
        this.outlines = outlines;
    }

    @Test
    void aPhotoFromOutsideDoesNotCountAndOneFromWithinDoes() throws IOException {
        var begun = begin();
        prove(begun, LocatedPhoto.at(32.5, 119.405));
        assertThat(whatIsMissing(begun)).isEqualTo("evidence-missing");
        assertThat(inside(begun)).isFalse();

        prove(begun, LocatedPhoto.at(32.405, 119.405));
        assertThat(whatIsMissing(begun)).isEqualTo("evidence-unverified");
        assertThat(inside(begun)).isTrue();
    }

    @Test
    void whereNothingSaysWhereItWasTakenTheVerifierVouchesForIt() throws IOException {
        var begun = begin();
        prove(begun, Trial.picture());
        assertThat(inside(begun)).isNull();
        assertThat(whatIsMissing(begun)).isEqualTo("evidence-unverified");
    }

    private Trial.Begun begin() {
        var begun = trial.begin("GC2020", EnumSet.of(ReviewLevel.STREET));
        outlines.put(World.founder(), begun.made().communityCode(), SQUARE, CoordinateSystem.WGS84, "test");
        var criterion = trial.standard(begun).criterion(INSIDE_ONLY).orElseThrow();
        trial.self().answer(trial.actor(begun, "clerk"), begun.id(), INSIDE_ONLY, Trial.best(criterion), "");
        return begun;
    }

    private void prove(Trial.Begun begun, byte[] photo) throws IOException {
        trial.self()
                .prove(
                        trial.actor(begun, "clerk"),
                        begun.id(),
                        Ids.next(),
                        new SelfAssessments.NewEvidence(
                                INSIDE_ONLY, EvidenceKind.PHOTO, "", LocalDate.now(Trial.ZONE), true, false),
                        new ByteArrayInputStream(photo));
    }

    private String whatIsMissing(Trial.Begun begun) {
        return trial.decisions()
                .foresee(trial.actor(begun, "street"), begun.id())
                .result(INSIDE_ONLY)
                .orElseThrow()
                .reason()
                .toString()
                .replaceAll(".*(evidence-[a-z]+).*", "$1");
    }

    private @Nullable Boolean inside(Trial.Begun begun) {
        return trial.jdbc()
                .sql("""
                        select inside
                        from assessment.answer_evidence
                        where assessment_id = :id
                        order by id desc
                        limit 1
                        """)
                .param("id", begun.id())
                .query((row, number) -> java.util.Optional.ofNullable(row.getObject("inside", Boolean.class)))
                .single()
                .orElse(null);
    }
}
