package org.zhuxi.assessment.internal.cycle;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.zhuxi.assessment.AssessmentMove;
import org.zhuxi.assessment.AssessmentMoved;
import org.zhuxi.assessment.AssessmentMoves;
import org.zhuxi.assessment.AssessmentMoves.Party;
import org.zhuxi.assessment.CommunityAssessment;
import org.zhuxi.assessment.Cycle;
import org.zhuxi.assessment.CyclePermissions;
import org.zhuxi.assessment.CycleRefused;
import org.zhuxi.indicator.ReportPeriod;
import org.zhuxi.indicator.Rollups;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Audited;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Permission;
import org.zhuxi.kernel.Refused;
import org.zhuxi.kernel.Typed;
import org.zhuxi.platform.web.Messages;

/** Moves assessments along the table of moves: asks whose move it is, whether the cycle allows it, and writes the step. */
@Component
public class Mover {

    private final AssessmentStore assessments;
    private final CycleStore cycles;
    private final StepStore steps;
    private final Rollups rollups;
    private final Messages messages;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Mover(
            AssessmentStore assessments,
            CycleStore cycles,
            StepStore steps,
            Rollups rollups,
            Messages messages,
            ApplicationEventPublisher events,
            Clock clock) {
        this.assessments = assessments;
        this.cycles = cycles;
        this.steps = steps;
        this.rollups = rollups;
        this.messages = messages;
        this.events = events;
        this.clock = clock;
    }

    /** An assessment that nobody else moves until the transaction ends, with its cycle. */
    public record Held(CommunityAssessment assessment, Cycle cycle) {}

    /** @throws Refused when there is none, or the actor has no such right there */
    public Held hold(Actor actor, UUID id, Permission permission) {
        var held = held(assessments.lock(id).orElseThrow(() -> new Refused.NotFound(id)));
        actor.require(
                permission,
                permission.equals(CyclePermissions.RUN)
                        ? held.cycle().path()
                        : held.assessment().path());
        return held;
    }

    /** The same without keeping others away. */
    public Held look(Actor actor, UUID id) {
        var it = assessments.find(id).orElseThrow(() -> new Refused.NotFound(id));
        actor.require(CyclePermissions.READ, it.path());
        return held(it);
    }

    public Held held(CommunityAssessment it) {
        return new Held(it, cycles.find(it.cycle()).orElseThrow(() -> new Refused.NotFound(it.cycle())));
    }

    /**
     * The line of the table that a move follows.
     *
     * @throws CycleRefused when the assessment or the cycle stands elsewhere, or it is another level's turn
     */
    public AssessmentMoves.Line line(Actor actor, Held held, AssessmentMove move) {
        if (!move.isPossibleDuring(held.cycle().state())) {
            throw new CycleRefused.CycleElsewhere(
                    words("assessment.cycle.state." + held.cycle().state()));
        }
        var line = AssessmentMoves.find(
                        held.assessment().state(), move, held.cycle().levels())
                .orElseThrow(CycleRefused.Elsewhere::new);
        line.party().level().ifPresent(level -> {
            if (!level.isOf(actor, held.assessment().path())) {
                throw new CycleRefused.OtherLevel(words("assessment.cycle.level." + level));
            }
        });
        return line;
    }

    /** Moves it and remembers who did so and why. */
    public CommunityAssessment move(Actor actor, Held held, AssessmentMove move, @Nullable String reason) {
        var line = line(actor, held, move);
        var why = move.needsReason()
                ? Typed.words("reason", reason, CommunityAssessment.WORDS)
                : Typed.optional("reason", reason, CommunityAssessment.WORDS);
        return follow(actor, held, line, why);
    }

    /** Follows a line that was looked up before. */
    public CommunityAssessment follow(Actor actor, Held held, AssessmentMoves.Line line, String reason) {
        var it = held.assessment();
        var now = clock.instant();
        if (!assessments.move(it, line.to(), now)) {
            throw new CycleRefused.Elsewhere();
        }
        var number = steps.insert(it, line, actor.accountId(), reason, now);
        rollups.note(List.of(it.community()), new ReportPeriod(held.cycle().year(), null), CycleFeed.MEASURES);
        events.publishEvent(new AssessmentMoved(
                it.community(),
                it.id(),
                it.cycle(),
                held.cycle().path(),
                it.path(),
                number,
                actor.accountId(),
                line.move(),
                line.from(),
                line.to(),
                reason));
        events.publishEvent(new Audited(
                actor,
                "assessment." + line.move().name().toLowerCase(Locale.ROOT),
                it.id().toString(),
                it.path(),
                reason));
        return assessments.find(it.id()).orElseThrow();
    }

    /** Every move this actor could make now, in the order of the table; for buttons. */
    public List<AssessmentMove> possible(Actor actor, Held held) {
        return AssessmentMoves.possible(held.assessment().state(), held.cycle().levels()).stream()
                .filter(line -> line.move().isPossibleDuring(held.cycle().state()))
                .filter(line -> mayMake(actor, held, line.party()))
                .map(AssessmentMoves.Line::move)
                .toList();
    }

    private static boolean mayMake(Actor actor, Held held, Party party) {
        var path = held.assessment().path();
        return switch (party) {
            case COMMUNITY -> actor.may(CyclePermissions.SELF, path);
            case STREET, COUNTY, CITY ->
                actor.may(CyclePermissions.REVIEW, path)
                        && party.level().orElseThrow().isOf(actor, path);
            case DECIDER -> actor.may(CyclePermissions.RUN, held.cycle().path());
            case ANYBODY -> false;
        };
    }

    private Names words(String key) {
        return new Names(messages.get(Locale.CHINESE, key), messages.get(Locale.ENGLISH, key));
    }
}
