package org.zhuxi.assessment;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuxi.assessment.internal.cycle.AssessmentStore;
import org.zhuxi.assessment.internal.cycle.CycleStore;
import org.zhuxi.assessment.internal.cycle.MemberStore;
import org.zhuxi.assessment.internal.cycle.Mover;
import org.zhuxi.assessment.internal.cycle.StepStore;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Refused;
import org.zhuxi.kernel.Slice;
import org.zhuxi.kernel.Typed;
import org.zhuxi.place.Place;
import org.zhuxi.place.Places;

/** Assessments of communities: enrolled, found, listed, with all that happened to them. */
@Service
public class Assessments {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final AssessmentStore assessments;
    private final CycleStore cycles;
    private final MemberStore members;
    private final StepStore steps;
    private final Mover mover;
    private final Places places;
    private final Clock clock;

    Assessments(
            AssessmentStore assessments,
            CycleStore cycles,
            MemberStore members,
            StepStore steps,
            Mover mover,
            Places places,
            Clock clock) {
        this.assessments = assessments;
        this.cycles = cycles;
        this.members = members;
        this.steps = steps;
        this.mover = mover;
        this.places = places;
        this.clock = clock;
    }

    /**
     * Enrols a community in a cycle that is open. One that is enrolled is answered as it stands; one that withdrew comes back.
     *
     * @param code of the community
     * @throws CycleRefused when the cycle is not open, the day is over, or the community is not in its register
     */
    @Transactional
    public CommunityAssessment enrol(Actor actor, UUID id, UUID cycleId, String code, Origin origin) {
        var place = community(code);
        actor.require(CyclePermissions.SELF, place.path());
        var cycle = cycles.find(cycleId).orElseThrow(() -> new Refused.NotFound(cycleId));
        var community = Objects.requireNonNull(place.community());
        var known = assessments.find(community, cycleId);
        if (known.isPresent() && known.get().state() != AssessmentState.WITHDRAWN) {
            return known.get();
        }
        var now = clock.instant();
        var fresh = known.orElseGet(() -> blank(id, cycle, place, AssessmentState.NOT_ENROLLED, now, origin));
        var held = new Mover.Held(fresh, cycle);
        var line = mover.line(actor, held, AssessmentMove.ENROL);
        if (LocalDate.now(clock.withZone(ZONE)).isAfter(cycle.calendar().enrolBy())) {
            throw new CycleRefused.TooLate(cycle.calendar().enrolBy());
        }
        requireMember(cycle, fresh, place);
        assessments.insert(fresh);
        var it = mover.follow(actor, held, line, "");
        assessments.noteEnrolled(it, now);
        return it;
    }

    /**
     * Takes over what was decided before this program was used: a community that attained in an earlier cycle.
     *
     * @param decidedOn the day on which it attained
     * @param source where it is written, shown with the result
     */
    @Transactional
    public CommunityAssessment takeOver(
            Actor actor, UUID id, UUID cycleId, String code, LocalDate decidedOn, String source, Origin origin) {
        var cycle = cycles.find(cycleId).orElseThrow(() -> new Refused.NotFound(cycleId));
        actor.require(CyclePermissions.RUN, cycle.path());
        var place = community(code);
        var known = assessments.find(Objects.requireNonNull(place.community()), cycleId);
        if (known.isPresent()) {
            return known.get();
        }
        var at = decidedOn.atStartOfDay(ZONE).toInstant();
        var fresh = blank(id, cycle, place, AssessmentState.NOT_ENROLLED, at, origin);
        requireMember(cycle, fresh, place);
        assessments.insert(fresh);
        var line = new AssessmentMoves.Line(
                AssessmentState.NOT_ENROLLED,
                AssessmentMove.ATTAIN,
                AssessmentState.ATTAINED,
                AssessmentMoves.Party.DECIDER,
                Set.of());
        mover.follow(
                actor, new Mover.Held(fresh, cycle), line, Typed.words("source", source, CommunityAssessment.WORDS));
        assessments.noteTakenOver(fresh, decidedOn, at);
        return find(id);
    }

    private Place community(String code) {
        return places.findByCode(Typed.text(code))
                .filter(place -> place.community() != null && place.code().matches("[0-9]{12}"))
                .orElseThrow(() -> new CycleRefused.NoPlace("community"));
    }

    private void requireMember(Cycle cycle, CommunityAssessment it, Place place) {
        if (members.find(cycle.id(), it.community().value())
                .filter(MemberStore.Member::urban)
                .isEmpty()) {
            throw new CycleRefused.NotInRegister(place.name());
        }
    }

    private static CommunityAssessment blank(
            UUID id, Cycle cycle, Place place, AssessmentState state, Instant now, Origin origin) {
        return new CommunityAssessment(
                Objects.requireNonNull(place.community()),
                id,
                cycle.id(),
                place.code(),
                place.path(),
                state,
                0,
                0,
                now,
                null,
                null,
                null,
                null,
                null,
                "",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                now,
                origin);
    }

    private CommunityAssessment find(UUID id) {
        return assessments.find(id).orElseThrow(() -> new Refused.NotFound(id));
    }

    /** An assessment, for those who may see it before it is public. */
    @Transactional(readOnly = true)
    public CommunityAssessment get(Actor actor, UUID id) {
        return mover.look(actor, id).assessment();
    }

    /** An assessment that everybody may see. @throws Refused.NotFound when there is none */
    @Transactional(readOnly = true)
    public CommunityAssessment getPublic(UUID id) {
        var it = find(id);
        if (!it.isPublic()) {
            throw new Refused.NotFound(id);
        }
        return it;
    }

    /** Any assessment; whoever asks checks who may see what of it. */
    @Transactional(readOnly = true)
    public CommunityAssessment any(UUID id) {
        return find(id);
    }

    /** The latest first; whoever may not see what is not public yet gets what is. */
    @Transactional(readOnly = true)
    public Slice<CommunityAssessment> list(Actor actor, AssessmentFilter filter, int limit, @Nullable UUID after) {
        if (!filter.publicOnly()) {
            actor.require(CyclePermissions.READ, filter.at());
        }
        return Slice.of(
                assessments.list(filter, limit + 1, after), limit, it -> it.id().toString());
    }

    /** How many at or below a place stand in one of these states. */
    @Transactional(readOnly = true)
    public long count(Actor actor, PlacePath at, List<AssessmentState> states) {
        actor.require(CyclePermissions.READ, at);
        return assessments.count(at, null, states);
    }

    /** Communities of the cycle's register that have not enrolled, in order of code. */
    @Transactional(readOnly = true)
    public Slice<NotEnrolled> listNotEnrolled(
            Actor actor, UUID cycle, PlacePath at, int limit, @Nullable String after) {
        actor.require(CyclePermissions.READ, at);
        var found = members.listNotEnrolled(cycle, at, limit + 1, after).stream()
                .map(member -> new NotEnrolled(member.place(), member.names()))
                .toList();
        return Slice.of(found, limit, NotEnrolled::place);
    }

    /** A community that could enrol. */
    public record NotEnrolled(String place, Names names) {}

    /** What a community is called in the cycle it takes part in. */
    @Transactional(readOnly = true)
    public Names nameOf(CommunityAssessment it) {
        return members.find(it.cycle(), it.community().value())
                .map(MemberStore.Member::names)
                .orElseGet(() -> new Names(it.place(), it.place()));
    }

    /** All that happened, in order; for everybody once the assessment is public. */
    @Transactional(readOnly = true)
    public List<AssessmentStep> steps(Actor actor, UUID id) {
        var it = find(id);
        if (!it.isPublic()) {
            actor.require(CyclePermissions.READ, it.path());
        }
        return steps.list(it);
    }

    /** What this actor can do with it now. */
    @Transactional(readOnly = true)
    public List<AssessmentMove> possible(Actor actor, CommunityAssessment it) {
        return mover.possible(actor, mover.held(it));
    }
}
