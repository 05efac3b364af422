package org.zhuxi.waste.buyback;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.zhuxi.activity.Activities;
import org.zhuxi.activity.ActivityState;
import org.zhuxi.activity.Measured;
import org.zhuxi.activity.Outcome;
import org.zhuxi.activity.Submission;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.Problem;
import org.zhuxi.kernel.Refused;
import org.zhuxi.place.Places;
import org.zhuxi.waste.internal.buyback.BuyBackStore;

/** The mass of what was bought, as records: one a line, unless a drop that was bought carries it already. */
@Component
class BuyBackRecords {

    private static final int BATCH = 1_000;

    private final Activities activities;
    private final Places places;

    BuyBackRecords(Activities activities, Places places) {
        this.activities = activities;
        this.places = places;
    }

    /** Files the records; answers why some receipts cannot be taken. */
    Map<UUID, Problem> file(Actor actor, List<BuyBackStore.Draft> drafts) {
        return submit(drafts, submissions -> activities.record(actor, submissions));
    }

    Map<UUID, Problem> takeOver(Actor importer, List<BuyBackStore.Draft> drafts, Origin origin) {
        return submit(drafts, submissions -> activities.takeOver(importer, submissions, origin));
    }

    private Map<UUID, Problem> submit(
            List<BuyBackStore.Draft> drafts, Function<List<Submission>, List<Outcome>> record) {
        var receipts = new ArrayList<UUID>();
        var submissions = new ArrayList<Submission>();
        for (var draft : drafts) {
            for (var submission : submissions(draft.receipt())) {
                receipts.add(draft.receipt().id());
                submissions.add(submission);
            }
        }
        var problems = new HashMap<UUID, Problem>();
        for (var from = 0; from < submissions.size(); from += BATCH) {
            var to = Math.min(from + BATCH, submissions.size());
            var outcomes = record.apply(submissions.subList(from, to));
            for (var i = 0; i < outcomes.size(); i++) {
                var problem = outcomes.get(i).problem();
                if (problem != null) {
                    problems.putIfAbsent(receipts.get(from + i), problem);
                }
            }
        }
        return problems;
    }

    private List<Submission> submissions(Receipt receipt) {
        if (receipt.drop() != null) {
            return List.of();
        }
        var place = places.getCommunity(receipt.recycler().community()).code();
        return receipt.quote().lines().stream()
                .map(line -> new Submission(
                        idOf(receipt.id(), line.material()),
                        line.material().kind(),
                        place,
                        receipt.household().id(),
                        receipt.site(),
                        receipt.at(),
                        Map.of("mass", new Measured(Money.kg(line.massG()), "kg")),
                        null,
                        null,
                        List.of(),
                        null))
                .toList();
    }

    /** Takes back the records of a receipt that still count; within the caller's transaction. */
    void takeBack(Actor actor, Receipt receipt, String reason) {
        if (receipt.drop() != null) {
            return;
        }
        for (var line : receipt.quote().lines()) {
            takeBack(actor, idOf(receipt.id(), line.material()), reason);
        }
    }

    private void takeBack(Actor actor, UUID id, String reason) {
        try {
            var state = activities.get(actor, id).state();
            if (state == ActivityState.VERIFIED) {
                activities.reverse(actor, id, reason);
            } else if (state == ActivityState.RECORDED) {
                activities.verify(actor, id, false, reason);
            }
        } catch (Refused.NotFound gone) {
            throw new IllegalStateException("A receipt without its record " + id, gone);
        }
    }

    /** The record of a line: always the same for the same receipt and material. */
    static UUID idOf(UUID receipt, Material material) {
        return Ids.derived(receipt, "buy-back/" + material.code());
    }
}
