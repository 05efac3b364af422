package org.zhuxi.activity.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.zhuxi.activity.ActivitiesRecorded;
import org.zhuxi.activity.Activity;
import org.zhuxi.activity.Outcome;
import org.zhuxi.kernel.Problem;

/** What happens inside one transaction for a batch of drafts: one statement a table, then the event. */
@Component
class RecordingWork {

    private final ActivityStore activities;
    private final EvidenceStore evidence;
    private final DailyTotals totals;
    private final Superseding superseding;
    private final ApplicationEventPublisher events;

    RecordingWork(
            ActivityStore activities,
            EvidenceStore evidence,
            DailyTotals totals,
            Superseding superseding,
            ApplicationEventPublisher events) {
        this.activities = activities;
        this.evidence = evidence;
        this.totals = totals;
        this.superseding = superseding;
        this.events = events;
    }

    /** One outcome a draft, in the same order. */
    List<Outcome> write(List<Draft> drafts) {
        var outcomes = new ArrayList<Outcome>(drafts.size());
        var wave = new ArrayList<Draft>(drafts.size());
        var ids = new HashSet<UUID>();
        for (var draft : drafts) {
            if (ids.contains(draft.activity().supersedes())) {
                // it corrects one that came just before it, which must be written first
                outcomes.addAll(new Wave(wave).write());
                wave.clear();
                ids.clear();
            }
            wave.add(draft);
            ids.add(draft.id());
        }
        outcomes.addAll(new Wave(wave).write());
        return outcomes;
    }

    private final class Wave {

        private final List<Draft> drafts;
        private final Map<UUID, Draft> fresh = new LinkedHashMap<>();
        private final Map<UUID, Problem> refused = new HashMap<>();
        private final Map<UUID, Stored> known;

        private Wave(List<Draft> drafts) {
            this.drafts = drafts;
            this.known = new HashMap<>(
                    activities.find(drafts.stream().map(Draft::id).distinct().toList()));
        }

        private List<Outcome> write() {
            sortOut();
            var superseded = superseding.claim(fresh.values(), refused);
            fresh.keySet().removeAll(refused.keySet());
            insert();
            evidence.link(fresh.values());
            var change = new DailyTotals.Change().counting(freshActivities());
            superseded.keySet().retainAll(fresh.values());
            var reversal = superseding.reverse(superseded, change);
            totals.apply(change);
            reversal.forEach(events::publishEvent);
            return outcomes(publish());
        }

        private void sortOut() {
            for (var draft : drafts) {
                if (!known.containsKey(draft.id()) && !refused.containsKey(draft.id())) {
                    if (draft.onlyIfKnown() != null) {
                        refused.put(draft.id(), draft.onlyIfKnown());
                    } else {
                        fresh.putIfAbsent(draft.id(), draft);
                    }
                }
            }
        }

        private void insert() {
            var written = activities.insert(fresh.values());
            var lost = new HashSet<>(fresh.keySet());
            lost.removeAll(written);
            fresh.keySet().removeAll(lost);
            known.putAll(activities.find(lost));
        }

        private List<Activity> freshActivities() {
            return fresh.values().stream().map(Draft::activity).toList();
        }

        private Map<UUID, Long> publish() {
            var repeated = drafts.stream()
                    .map(draft -> repeated(draft, known.get(draft.id())))
                    .filter(java.util.Objects::nonNull)
                    .distinct()
                    .toList();
            var event = new ActivitiesRecorded(freshActivities(), repeated);
            if (!fresh.isEmpty() || !repeated.isEmpty()) {
                events.publishEvent(event);
            }
            return event.points();
        }

        private static @Nullable Activity repeated(Draft draft, @Nullable Stored stored) {
            return stored != null && stored.hash().equals(draft.hash()) ? stored.activity() : null;
        }

        private List<Outcome> outcomes(Map<UUID, Long> points) {
            Set<UUID> told = new HashSet<>();
            return drafts.stream()
                    .map(draft -> outcome(draft, told.add(draft.id()), points.get(draft.id())))
                    .toList();
        }

        private Outcome outcome(Draft draft, boolean first, @Nullable Long points) {
            var problem = refused.get(draft.id());
            if (problem != null) {
                return new Outcome(draft.id(), Outcome.Status.REJECTED, problem, null);
            }
            var stored = known.get(draft.id());
            if (stored == null && first) {
                return new Outcome(draft.id(), Outcome.Status.CREATED, null, points);
            }
            var standing = stored == null
                    ? java.util.Objects.requireNonNull(fresh.get(draft.id())).hash()
                    : stored.hash();
            return standing.equals(draft.hash())
                    ? new Outcome(draft.id(), Outcome.Status.DUPLICATE, null, points)
                    : new Outcome(draft.id(), Outcome.Status.CONFLICT, conflict(draft.id()), null);
        }
    }

    static Problem conflict(UUID id) {
        return Problem.of("activity-conflict", Problem.Kind.CONFLICT, id.toString());
    }
}
