package org.zhuxi.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** The way of a report, whatever people do. */
class ReportStepTests {

    private static final List<ReportState> TO_SIGNED =
            List.of(ReportState.DRAFT, ReportState.INTERNAL_REVIEW, ReportState.COSIGN, ReportState.SIGNED);

    /** Takes those of any steps that lead on and answers the states passed through, the first included. */
    private static List<ReportState> walk(List<ReportStep> wanted) {
        var round = 1;
        var states = new ArrayList<>(List.of(ReportState.COLLECTING));
        for (var step : wanted) {
            var at = states.getLast();
            if (ReportStep.from(at, round).contains(step)) {
                states.add(step.to());
                round += switch (step) {
                    case SEND_BACK, OBJECT, RECALL, REVISE -> 1;
                    default -> 0;
                };
            }
        }
        return states;
    }

    @Property(tries = 500)
    void nothingIsHandedInWithoutReviewAndSignatures(@ForAll @Size(max = 60) List<ReportStep> wanted) {
        var states = walk(wanted);
        for (var at = 1; at < states.size(); at++) {
            if (states.get(at) == ReportState.SUBMITTED || states.get(at) == ReportState.RESUBMITTED) {
                assertThat(states.subList(Math.max(0, at - TO_SIGNED.size()), at))
                        .isEqualTo(TO_SIGNED);
            }
        }
    }

    @Property(tries = 500)
    void nothingIsPublishedThatWasNotAccepted(@ForAll @Size(max = 60) List<ReportStep> wanted) {
        var states = walk(wanted);
        for (var at = 1; at < states.size(); at++) {
            if (states.get(at) == ReportState.PUBLISHED) {
                assertThat(states.get(at - 1)).isEqualTo(ReportState.ACCEPTED);
            }
        }
        assertThat(states.indexOf(ReportState.PUBLISHED)).isIn(-1, states.size() - 1);
    }

    @Property(tries = 500)
    void textsAreOpenOnlyWhileNobodyHasSigned(@ForAll @Size(max = 60) List<ReportStep> wanted) {
        assertThat(walk(wanted).stream().filter(ReportState::isOpen))
                .isSubsetOf(EnumSet.of(ReportState.COLLECTING, ReportState.DRAFT));
    }

    @Test
    void everyStateButTheLastLeadsOn() {
        for (var state : ReportState.values()) {
            assertThat(ReportStep.from(state, 1).isEmpty()).isEqualTo(state == ReportState.PUBLISHED);
            assertThat(ReportStep.from(state, 2).isEmpty()).isEqualTo(state == ReportState.PUBLISHED);
        }
    }
}
