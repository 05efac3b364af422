package org.zhuxi.activity.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.zhuxi.activity.ActivityRefused;
import org.zhuxi.activity.Outcome;
import org.zhuxi.activity.Submission;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Origin;

/** Says what would become of a batch if it were filed now; nothing is written. */
@Component
public class Foresight {

    private final Screening screening;
    private final ActivityStore activities;

    Foresight(Screening screening, ActivityStore activities) {
        this.screening = screening;
        this.activities = activities;
    }

    /** One outcome a submission, in the same order; never with points. */
    public List<Outcome> foresee(Actor actor, List<Submission> submissions) {
        if (submissions.size() > Recorder.MOST_SUBMISSIONS) {
            throw new ActivityRefused.TooMany(submissions.size(), Recorder.MOST_SUBMISSIONS);
        }
        var standing = new HashMap<UUID, ContentHash>();
        activities
                .find(submissions.stream().map(Submission::id).distinct().toList())
                .forEach((id, stored) -> standing.put(id, stored.hash()));
        return screening.screen(actor, submissions, Screening.Way.FILED, Origin.RECORDED).stream()
                .map(screened -> switch (screened) {
                    case Screened.Refusal refusal ->
                        new Outcome(refusal.id(), Outcome.Status.REJECTED, refusal.problem(), null);
                    case Draft draft -> judge(draft, standing);
                })
                .toList();
    }

    private static Outcome judge(Draft draft, Map<UUID, ContentHash> standing) {
        var first = standing.get(draft.id());
        if (first == null) {
            if (draft.onlyIfKnown() != null) {
                return new Outcome(draft.id(), Outcome.Status.REJECTED, draft.onlyIfKnown(), null);
            }
            standing.put(draft.id(), draft.hash());
            return new Outcome(draft.id(), Outcome.Status.CREATED, null, null);
        }
        return first.equals(draft.hash())
                ? new Outcome(draft.id(), Outcome.Status.DUPLICATE, null, null)
                : new Outcome(draft.id(), Outcome.Status.CONFLICT, RecordingWork.conflict(draft.id()), null);
    }
}
