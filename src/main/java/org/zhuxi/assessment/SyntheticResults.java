package org.zhuxi.assessment;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuxi.assessment.internal.MadeUpAnswers;
import org.zhuxi.assessment.internal.cycle.BulkStore;
import org.zhuxi.assessment.internal.cycle.CycleFeed;
import org.zhuxi.assessment.internal.cycle.MemberStore;
import org.zhuxi.indicator.ReportPeriod;
import org.zhuxi.indicator.Rollups;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Refused;

/**
 * Decides the communities of a made-up cycle by thousands, for a trial of size: what the program knows fills the criteria as
 * in any cycle, what only people can say is made up, and the sheets are scored as always.
 */
@Service
public class SyntheticResults {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final Cycles cycles;
    private final Standards standards;
    private final Filling filling;
    private final Scoring scoring;
    private final MemberStore members;
    private final BulkStore store;
    private final Rollups rollups;
    private final Clock clock;

    SyntheticResults(
            Cycles cycles,
            Standards standards,
            Filling filling,
            Scoring scoring,
            MemberStore members,
            BulkStore store,
            Rollups rollups,
            Clock clock) {
        this.cycles = cycles;
        this.standards = standards;
        this.filling = filling;
        this.scoring = scoring;
        this.members = members;
        this.store = store;
        this.rollups = rollups;
        this.clock = clock;
    }

    /**
     * Decides the next communities that are not in the cycle yet, in order of code.
     *
     * @param after code of the last one decided before, or null to begin
     * @param limit how many at once
     * @return code of the last one, or null when there was none left
     * @throws Refused.Forbidden when the cycle is not made up, or the actor does not run it
     */
    @Transactional
    public @Nullable String decide(Actor actor, UUID id, @Nullable String after, int limit) {
        var cycle = cycles.get(id);
        actor.require(CyclePermissions.RUN, cycle.path());
        if (cycle.origin() != Origin.SYNTHETIC) {
            throw new Refused.Forbidden(CyclePermissions.RUN.code());
        }
        var next = members.listNotEnrolled(id, cycle.path(), limit, after);
        if (next.isEmpty()) {
            return null;
        }
        var standard = standards.get(cycle.standard(), cycle.standardVersion());
        var period = new ReportPeriod(cycle.year(), null);
        var today = LocalDate.now(clock.withZone(ZONE));
        var known = filling.read(
                standard, next.stream().map(MemberStore.Member::path).toList(), period);
        var decided = next.parallelStream()
                .map(member -> new BulkStore.Decided(
                        Ids.next(), member, sheet(standard, known.fill(member.path()), member.path(), today)))
                .toList();
        store.insert(cycle, decided, actor.account(), clock.instant(), today);
        rollups.note(
                next.stream().map(member -> new CommunityId(member.community())).toList(), period, CycleFeed.MEASURES);
        return next.getLast().place();
    }

    private ScoreSheet sheet(
            StandardVersion standard, Map<String, Filling.Filled> filled, PlacePath path, LocalDate today) {
        var findings = new HashMap<String, Finding>();
        for (var criterion : standard.criteria()) {
            var known = filled.get(criterion.code());
            var made = MadeUpAnswers.of(criterion, path, today);
            findings.put(
                    criterion.code(), known == null ? made : known.finding().completedBy(made));
        }
        return scoring.score(standard, findings, today, Proof.VERIFIED);
    }
}
