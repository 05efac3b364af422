package org.zhuxi.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Rules that hold for every way through the table of moves, whatever levels review. */
class AssessmentMovesTests {

    @Provide
    Arbitrary<Set<ReviewLevel>> levels() {
        return Arbitraries.subsetOf(ReviewLevel.values())
                .filter(levels -> !levels.isEmpty())
                .map(EnumSet::copyOf);
    }

    @Property
    void o28_noWayTakesBackAnApprovalBelowOneThatStands(
            @ForAll("levels") Set<ReviewLevel> levels, @ForAll List<Integer> choices) {
        var approvals = EnumSet.noneOf(ReviewLevel.class);
        var state = AssessmentState.NOT_ENROLLED;
        for (var choice : choices) {
            var possible = AssessmentMoves.possible(state, levels);
            if (possible.isEmpty()) {
                return;
            }
            var line = possible.get(Math.floorMod(choice, possible.size()));
            if (line.move() == AssessmentMove.APPROVE) {
                var level = line.party().level().orElseThrow();
                assertThat(levels.stream().filter(below -> below.compareTo(level) < 0))
                        .as("every configured level below has approved")
                        .allMatch(approvals::contains);
                approvals.add(level);
            } else if (line.move() == AssessmentMove.UNAPPROVE) {
                var level = line.party().level().orElseThrow();
                assertThat(approvals).contains(level);
                assertThat(approvals.stream().filter(above -> above.compareTo(level) > 0))
                        .as("nothing above stands approved")
                        .isEmpty();
                approvals.remove(level);
            } else if (line.to() == AssessmentState.RETURNED || line.to() == AssessmentState.WITHDRAWN) {
                approvals.clear();
            } else if (line.to() == AssessmentState.SCORED) {
                assertThat(approvals).as("no level is skipped").isEqualTo(levels);
            }
            state = line.to();
            if (AssessmentMoves.approved(state, levels).isEmpty()) {
                assertThat(state == AssessmentState.SELF_SUBMITTED && !approvals.isEmpty())
                        .isFalse();
            } else {
                assertThat(AssessmentMoves.approved(state, levels)).isEqualTo(approvals);
            }
        }
    }

    @Property
    void aMoveLeadsToOnePlaceOnly(@ForAll("levels") Set<ReviewLevel> levels, @ForAll AssessmentState from) {
        var possible = AssessmentMoves.possible(from, levels);
        assertThat(possible.stream().map(AssessmentMoves.Line::move)).doesNotHaveDuplicates();
    }

    @Property
    void everyStateThatIsUsedCanBeReachedAndLeftTowardsAnEnd(@ForAll("levels") Set<ReviewLevel> levels) {
        var reached = reachedFrom(AssessmentState.NOT_ENROLLED, levels);
        var expected = EnumSet.allOf(AssessmentState.class);
        if (!levels.contains(ReviewLevel.STREET) || levels.size() == 1) {
            expected.remove(AssessmentState.STREET_RECOMMENDED);
        }
        if (!levels.contains(ReviewLevel.COUNTY)) {
            expected.remove(AssessmentState.COUNTY_REVIEW);
        }
        if (!levels.contains(ReviewLevel.CITY)) {
            expected.remove(AssessmentState.CITY_REVIEW);
        }
        assertThat(reached).isEqualTo(expected);
        reached.forEach(
                state -> assertThat(reachedFrom(state, levels)).as(state.name()).anyMatch(AssessmentState::isFinished));
    }

    @Property
    void whateverIsUnfinishedInTheNoticeCanBeFinishedInIt(@ForAll("levels") Set<ReviewLevel> levels) {
        reachedFrom(AssessmentState.NOT_ENROLLED, levels).stream()
                .filter(state -> state != AssessmentState.NOT_ENROLLED)
                .forEach(state -> assertThat(reachedFrom(state, levels, CycleState.NOTICE))
                        .as(state.name())
                        .anyMatch(AssessmentState::isFinished));
    }

    @Test
    void whoRunsTheCycleTakesOutWhatTheCommunityCouldWithdraw() {
        assertThat(from(AssessmentMove.TAKE_OUT)).isEqualTo(from(AssessmentMove.WITHDRAW));
    }

    private static Set<AssessmentState> from(AssessmentMove move) {
        return AssessmentMoves.lines().stream()
                .filter(line -> line.move() == move)
                .map(AssessmentMoves.Line::from)
                .collect(Collectors.toSet());
    }

    @Test
    void attainingNeedsANotice() {
        assertThat(AssessmentMoves.lines().stream()
                        .filter(line -> line.to() == AssessmentState.ATTAINED)
                        .filter(line -> !line.from().isAttained())
                        .map(AssessmentMoves.Line::from))
                .containsExactly(AssessmentState.PUBLIC_NOTICE);
    }

    @Test
    void onlyTheCommunityMovesWhatItSaysOfItself() {
        assertThat(AssessmentMoves.lines().stream()
                        .filter(line -> line.from().isWritable())
                        .filter(line -> line.move() != AssessmentMove.TAKE_OUT)
                        .map(AssessmentMoves.Line::party)
                        .collect(Collectors.toSet()))
                .containsExactly(AssessmentMoves.Party.COMMUNITY);
    }

    private static Set<AssessmentState> reachedFrom(AssessmentState start, Set<ReviewLevel> levels) {
        return reachedFrom(start, levels, CycleState.values());
    }

    private static Set<AssessmentState> reachedFrom(
            AssessmentState start, Set<ReviewLevel> levels, CycleState... during) {
        var reached = new HashSet<>(Set.of(start));
        var fresh = List.of(start);
        while (!fresh.isEmpty()) {
            fresh = fresh.stream()
                    .flatMap(state -> AssessmentMoves.possible(state, levels).stream())
                    .filter(line -> Arrays.stream(during).anyMatch(line.move()::isPossibleDuring))
                    .map(AssessmentMoves.Line::to)
                    .distinct()
                    .filter(reached::add)
                    .toList();
        }
        return reached;
    }
}
