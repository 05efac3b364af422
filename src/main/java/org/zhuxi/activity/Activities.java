package org.zhuxi.activity;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuxi.activity.internal.Decisions;
import org.zhuxi.activity.internal.Foresight;
import org.zhuxi.activity.internal.Reading;
import org.zhuxi.activity.internal.Recorder;
import org.zhuxi.activity.internal.Reviewing;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Refused;
import org.zhuxi.kernel.Slice;
import org.zhuxi.transparency.Receipt;

/** Records: filing, looking up, verifying, reversing. */
@Service
public class Activities {

    private final Recorder recorder;
    private final Foresight foresight;
    private final Decisions decisions;
    private final Reading reading;
    private final Reviewing reviewing;

    Activities(Recorder recorder, Foresight foresight, Decisions decisions, Reading reading, Reviewing reviewing) {
        this.recorder = recorder;
        this.foresight = foresight;
        this.decisions = decisions;
        this.reading = reading;
        this.reviewing = reviewing;
    }

    /**
     * Files up to 1,000 records; each gets its own outcome, in the same order, and one bad item never spoils the others.
     * Returns after the records, and whatever followed from them in the same transaction, are on disk. Not to be called
     * inside a transaction: the writers have their own.
     */
    public List<Outcome> record(Actor actor, List<Submission> submissions) {
        return recorder.record(actor, submissions);
    }

    /** What would become of a batch if it were filed now: nothing is written, and nothing earns points. */
    @Transactional(readOnly = true)
    public List<Outcome> foresee(Actor actor, List<Submission> submissions) {
        return foresight.foresee(actor, submissions);
    }

    /**
     * Takes over up to 1,000 records of earlier days, from another system or from paper: like {@link #record}, but however
     * long ago they happened, and what nobody can check any more is not sampled. Needs {@link ActivityPermissions#IMPORT} in
     * their places.
     *
     * @param origin where they come from, shown wherever they are
     */
    public List<Outcome> takeOver(Actor actor, List<Submission> submissions, Origin origin) {
        return recorder.takeOver(actor, submissions, origin);
    }

    /**
     * A record for a member of its household, for whoever recorded it, and for those who may read in its place.
     *
     * @throws Refused.NotFound when there is none that the actor may see
     */
    @Transactional
    public Activity get(Actor actor, UUID id) {
        return reading.activity(actor, id);
    }

    /** A record with its evidence and its decisions; for the same people. */
    @Transactional
    public ActivityDetail detail(Actor actor, UUID id) {
        return reading.detail(actor, id);
    }

    /**
     * What proves that a record stands in the transparency log; for the same people, because it tells all of the record.
     *
     * @throws org.zhuxi.transparency.TransparencyRefused when the log cannot vouch for it
     */
    @Transactional
    public Receipt receipt(Actor actor, UUID id) {
        return reading.receipt(actor, id);
    }

    /**
     * Records, the latest day first: those of the actor's own household, or those in places where the actor may read.
     *
     * @param limit 1 to 1,000
     * @throws Refused.Forbidden when the place or the household is not the actor's to read
     */
    @Transactional
    public Slice<Activity> list(Actor actor, ActivityFilter filter, int limit, @Nullable String after) {
        return reading.list(actor, filter, limit, after);
    }

    /** What everybody may know about a record. */
    @Transactional(readOnly = true)
    public PublicRecord publicRecord(UUID id) {
        return reading.publicRecord(id);
    }

    /**
     * Records that wait for a reviewer where the actor is one, the oldest first.
     *
     * @param place at or below, or null for every place where the actor may verify
     */
    @Transactional
    public Slice<Waiting> waiting(Actor actor, @Nullable PlacePath place, int limit, @Nullable String after) {
        return reviewing.waiting(actor, place, limit, after);
    }

    /** A record that still waits and that the actor may review. */
    @Transactional(readOnly = true)
    public Optional<Waiting> findWaiting(Actor actor, UUID id) {
        return reviewing.find(actor, id);
    }

    /** How many records wait for the actor. */
    @Transactional(readOnly = true)
    public long countWaiting(Actor actor, @Nullable PlacePath place) {
        return reviewing.count(actor, place);
    }

    /** Decides on a record that waits; the one who recorded it may not. */
    @Transactional
    public Activity verify(Actor actor, UUID id, boolean accepted, String reason) {
        return decisions.verify(actor, id, accepted, reason);
    }

    /** Takes back a record that was verified. */
    @Transactional
    public Activity reverse(Actor actor, UUID id, String reason) {
        return decisions.reverse(actor, id, reason);
    }

    /**
     * Makes many records of one community count no more, whether they were verified or still waited; those that count no
     * more already are passed over. For modules that have checked rights; inside the caller's transaction.
     *
     * @param ids at most a few hundred
     * @param by who decided it
     * @return the records that ceased to count now
     */
    @Transactional
    public List<Activity> withdraw(CommunityId community, List<UUID> ids, UUID by, String reason) {
        return decisions.withdraw(community, ids, by, reason);
    }
}
