package org.zhuxi.assessment;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuxi.assessment.internal.cycle.AssessmentStore;
import org.zhuxi.assessment.internal.cycle.CycleStore;
import org.zhuxi.assessment.internal.cycle.MemberStore;
import org.zhuxi.indicator.RegisterItem;
import org.zhuxi.indicator.RegisterSnapshot;
import org.zhuxi.indicator.Registers;
import org.zhuxi.indicator.ReportPeriod;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Audited;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Refused;
import org.zhuxi.kernel.Slice;
import org.zhuxi.kernel.Typed;
import org.zhuxi.place.Place;
import org.zhuxi.place.Places;

/** Cycles: planned for a year and a place, opened on a frozen register and a fixed standard, and led to their publication. */
@Service
public class Cycles {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int NAME = 100;
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2100;

    private static final List<AssessmentState> UNFINISHED = Arrays.stream(AssessmentState.values())
            .filter(state -> !state.isFinished())
            .toList();

    private final CycleStore cycles;
    private final MemberStore members;
    private final AssessmentStore assessments;
    private final Standards standards;
    private final Registers registers;
    private final Places places;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Cycles(
            CycleStore cycles,
            MemberStore members,
            AssessmentStore assessments,
            Standards standards,
            Registers registers,
            Places places,
            ApplicationEventPublisher events,
            Clock clock) {
        this.cycles = cycles;
        this.members = members;
        this.assessments = assessments;
        this.standards = standards;
        this.registers = registers;
        this.places = places;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Plans a cycle. The same id again is answered with what is there.
     *
     * @throws CycleRefused when a field is wrong
     */
    @Transactional
    public Cycle plan(Actor actor, UUID id, NewCycle typed, Origin origin) {
        var place = places.findByCode(Typed.words("jurisdiction", typed.jurisdiction(), NAME))
                .filter(Cycles::isDivisionOrCommunity)
                .orElseThrow(() -> new CycleRefused.NoPlace("jurisdiction"));
        actor.require(CyclePermissions.RUN, place.path());
        var known = cycles.find(id);
        if (known.isPresent()) {
            return known.get();
        }
        if (typed.year() < FIRST_YEAR || typed.year() > LAST_YEAR) {
            throw new CycleRefused.NoNumber("year");
        }
        var standard = usable(typed.standard(), place.path());
        var cycle = new Cycle(
                id,
                typed.year(),
                place.code(),
                place.path(),
                new Names(
                        Typed.words("nameZh", typed.names().zh(), NAME),
                        Typed.words("nameEn", typed.names().en(), NAME)),
                standard.code(),
                standard.version(),
                typed.calendar(),
                CycleState.PLANNED,
                clock.instant(),
                origin);
        cycles.insert(cycle, actor.account());
        audit(actor, "assessment.cycle.planned", cycle);
        return cycle;
    }

    private static boolean isDivisionOrCommunity(Place place) {
        return place.code().matches("[0-9]{12}");
    }

    /** The newest version in force of a standard that an authority at or above the place has set. */
    private StandardVersion usable(String code, PlacePath path) {
        var today = LocalDate.now(clock.withZone(ZONE));
        return versions(Typed.text(code)).stream()
                .filter(version -> version.state() == StandardVersion.State.PUBLISHED)
                .filter(version -> !version.effectiveFrom().isAfter(today))
                .filter(version -> places.findByCode(version.jurisdiction())
                        .filter(of -> of.path().contains(path))
                        .isPresent())
                .max(Comparator.comparingInt(StandardVersion::version))
                .orElseThrow(CycleRefused.NoStandard::new);
    }

    private List<StandardVersion> versions(String code) {
        try {
            return standards.versions(code).stream()
                    .map(entry -> standards.get(code, entry.version()))
                    .toList();
        } catch (Refused.NotFound none) {
            return List.of();
        }
    }

    /**
     * Leads a cycle to its next state. Opening fixes the standard and freezes who is in the cycle; closing needs every
     * assessment to be finished.
     *
     * @param to the state after the present one
     */
    @Transactional
    public Cycle move(Actor actor, UUID id, CycleState to) {
        var cycle = get(id);
        actor.require(CyclePermissions.RUN, cycle.path());
        if (cycle.state().next().filter(to::equals).isEmpty()) {
            throw new CycleRefused.Elsewhere();
        }
        var version = cycle.standardVersion();
        if (to == CycleState.OPEN) {
            version = usable(cycle.standard(), cycle.path()).version();
            members.insert(id, membersOf(cycle));
        }
        if (to == CycleState.CLOSED) {
            var open = assessments.count(cycle.path(), id, UNFINISHED);
            if (open > 0) {
                throw new CycleRefused.Unfinished(open);
            }
        }
        if (!cycles.move(cycle, to, version, actor.account(), clock.instant())) {
            throw new CycleRefused.Elsewhere();
        }
        var moved = get(id);
        audit(actor, "assessment.cycle." + to.name().toLowerCase(Locale.ROOT), moved);
        return moved;
    }

    /** The lines of all registers of the year that lie in the cycle's place, with the paths of today. */
    private List<MemberStore.Member> membersOf(Cycle cycle) {
        var year = new ReportPeriod(cycle.year(), null);
        var found = new ArrayList<MemberStore.Member>();
        for (var register : registers.list(cycle.path())) {
            if (register.withdrawnAt() == null && register.cycle().equals(year)) {
                found.addAll(membersOf(cycle, register));
            }
        }
        if (found.isEmpty()) {
            throw new CycleRefused.NoRegister(cycle.year());
        }
        return found;
    }

    private List<MemberStore.Member> membersOf(Cycle cycle, RegisterSnapshot register) {
        var items = registers.items(register.id());
        var known = places.findByCodes(items.stream().map(RegisterItem::place).toList());
        return items.stream()
                .flatMap(item -> Optional.ofNullable(known.get(item.place()))
                        .filter(place -> cycle.path().contains(place.path()))
                        .map(place -> member(item, place, register.id()))
                        .stream())
                .toList();
    }

    private static MemberStore.Member member(RegisterItem item, Place place, UUID register) {
        return new MemberStore.Member(
                item.community(), item.place(), place.path(), item.name(), item.urban(), item.communities(), register);
    }

    /** @throws Refused.NotFound when there is none */
    @Transactional(readOnly = true)
    public Cycle get(UUID id) {
        return cycles.find(id).orElseThrow(() -> new Refused.NotFound(id));
    }

    /** Cycles at, above or below a place, the latest year first; for everybody. */
    @Transactional(readOnly = true)
    public Slice<Cycle> list(PlacePath at, int limit, @Nullable UUID after) {
        return Slice.of(
                cycles.list(at, limit + 1, after), limit, cycle -> cycle.id().toString());
    }

    private void audit(Actor actor, String action, Cycle cycle) {
        events.publishEvent(
                new Audited(actor, action, cycle.id().toString(), cycle.path(), cycle.year() + " " + cycle.standard()));
    }
}
