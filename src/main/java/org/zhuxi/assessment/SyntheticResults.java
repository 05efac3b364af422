package org.zhuxi.assessment;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;
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

    private static final int BATCH = 1_000;
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final Cycles cycles;
    private final Standards standards;
    private final Filling filling;
    private final Scoring scoring;
    private final MemberStore members;
    private final BulkStore store;
    private final Rollups rollups;
    private final TransactionOperations transactions;
    private final Clock clock;

    SyntheticResults(
            Cycles cycles,
            Standards standards,
            Filling filling,
            Scoring scoring,
            MemberStore members,
            BulkStore store,
            Rollups rollups,
            TransactionOperations transactions,
            Clock clock) {
        this.cycles = cycles;
        this.standards = standards;
        this.filling = filling;
        this.scoring = scoring;
        this.members = members;
        this.store = store;
        this.rollups = rollups;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Decides all communities that are not in the cycle yet, some thousands in a transaction and as many of these at once as
     * there are processors; what is decided when it breaks off stays.
     *
     * @return how many
     * @throws Refused.Forbidden when the cycle is not made up, or the actor does not run it
     */
    public long decide(Actor actor, UUID id) {
        var cycle = cycles.get(id);
        actor.require(CyclePermissions.RUN, cycle.path());
        if (cycle.origin() != Origin.SYNTHETIC) {
            throw new Refused.Forbidden(CyclePermissions.RUN.code());
        }
        var standard = standards.get(cycle.standard(), cycle.standardVersion());
        var waiting = members.listNotEnrolled(id, cycle.path());
        try (var workers = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            var parts = IntStream.iterate(0, from -> from < waiting.size(), from -> from + BATCH)
                    .mapToObj(from -> waiting.subList(from, Math.min(from + BATCH, waiting.size())))
                    .map(part -> CompletableFuture.runAsync(
                            () -> transactions.executeWithoutResult(status -> decide(actor, cycle, standard, part)),
                            workers))
                    .toArray(CompletableFuture[]::new);
            CompletableFuture.allOf(parts).join();
        }
        return waiting.size();
    }

    private void decide(Actor actor, Cycle cycle, StandardVersion standard, List<MemberStore.Member> part) {
        var period = new ReportPeriod(cycle.year(), null);
        var today = LocalDate.now(clock.withZone(ZONE));
        var communities =
                part.stream().map(member -> new CommunityId(member.community())).toList();
        var known = filling.readIn(standard, communities, period);
        var decided = part.stream()
                .map(member -> new BulkStore.Decided(
                        Ids.next(), member, sheet(standard, known.fill(member.path()), member.path(), today)))
                .toList();
        store.insert(cycle, decided, actor.account(), clock.instant(), today);
        rollups.note(communities, period, CycleFeed.MEASURES);
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
