package org.zhuxi.assessment;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuxi.assessment.internal.cycle.AssessmentStore;
import org.zhuxi.assessment.internal.cycle.CycleStore;
import org.zhuxi.assessment.internal.cycle.Draw;
import org.zhuxi.assessment.internal.cycle.SampleStore;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Audited;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Refused;

/** Draws for inspection that everybody can repeat: the seed's hash is published first, the seed with the draw. */
@Service
public class SampleDraws {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SEED_BYTES = 32;
    private static final int MOST = 1_000;
    private static final int MOST_IN_FRAME = 200_000;

    private final SampleStore samples;
    private final CycleStore cycles;
    private final AssessmentStore assessments;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SampleDraws(
            SampleStore samples,
            CycleStore cycles,
            AssessmentStore assessments,
            ApplicationEventPublisher events,
            Clock clock) {
        this.samples = samples;
        this.cycles = cycles;
        this.assessments = assessments;
        this.events = events;
        this.clock = clock;
    }

    /** Makes a seed and publishes its hash. The same id again is answered with what is there. */
    @Transactional
    public Sample commit(Actor actor, UUID id, UUID cycle, int size) {
        var of = required(actor, cycle);
        var known = samples.find(id);
        if (known.isPresent()) {
            return known.get();
        }
        if (size < 1 || size > MOST) {
            throw new CycleRefused.NoNumber("size");
        }
        var bytes = new byte[SEED_BYTES];
        RANDOM.nextBytes(bytes);
        var seed = HexFormat.of().formatHex(bytes);
        var sample = new Sample(id, cycle, size, Draw.sha256(seed), null, clock.instant(), null, List.of());
        samples.insert(sample, seed, actor.account());
        audit(actor, "assessment.sample.committed", of, sample);
        return sample;
    }

    /**
     * Draws among the communities that were handed in, and publishes the seed.
     *
     * @throws CycleRefused.NoDraw when it was drawn before, or nothing can be drawn yet
     */
    @Transactional
    public Sample draw(Actor actor, UUID id) {
        var sample = get(id);
        var of = required(actor, sample.cycle());
        var filter = new AssessmentFilter(of.path(), of.id(), null, "", false);
        var frame = assessments.list(filter, MOST_IN_FRAME, null).stream()
                .filter(it ->
                        it.submittedAt() != null && !it.state().isWritable() && it.state() != AssessmentState.WITHDRAWN)
                .toList();
        var items = Draw.order(samples.seedOf(id), frame, sample.size());
        if (frame.isEmpty() || !samples.draw(sample, frame, items, clock.instant())) {
            throw new CycleRefused.NoDraw();
        }
        var drawn = get(id);
        audit(actor, "assessment.sample.drawn", of, drawn);
        return drawn;
    }

    private Cycle required(Actor actor, UUID cycle) {
        var of = cycles.find(cycle).orElseThrow(() -> new Refused.NotFound(cycle));
        actor.require(CyclePermissions.RUN, of.path());
        return of;
    }

    /** A draw with its seed once it is drawn; for everybody. */
    @Transactional(readOnly = true)
    public Sample get(UUID id) {
        return samples.find(id).orElseThrow(() -> new Refused.NotFound(id));
    }

    /** The draws of a cycle, the latest first, without what was drawn; for everybody. */
    @Transactional(readOnly = true)
    public List<Sample> list(UUID cycle) {
        return samples.list(cycle);
    }

    /** The communities at or below a place that were drawn in a cycle, the latest draw first; for authorities. */
    @Transactional(readOnly = true)
    public List<DrawnCommunity> drawn(UUID cycle, PlacePath at) {
        return samples.drawn(cycle, at);
    }

    private void audit(Actor actor, String action, Cycle cycle, Sample sample) {
        events.publishEvent(new Audited(actor, action, sample.id().toString(), cycle.path(), sample.commitment()));
    }
}
