package org.zhuxi.governance;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuxi.governance.internal.BallotFiles;
import org.zhuxi.governance.internal.BallotStore;
import org.zhuxi.governance.internal.Counting;
import org.zhuxi.governance.internal.DecisionStore;
import org.zhuxi.governance.internal.Desk;
import org.zhuxi.governance.internal.ElectorateStore;
import org.zhuxi.governance.internal.ResultStore;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Refused;

/** Counts decisions once, publishes the file of ballots, and lets everybody count it again. */
@Service
public class Counts {

    private final DecisionStore decisions;
    private final ElectorateStore electorate;
    private final BallotStore ballots;
    private final ResultStore results;
    private final BallotFiles files;
    private final Desk desk;

    Counts(
            DecisionStore decisions,
            ElectorateStore electorate,
            BallotStore ballots,
            ResultStore results,
            BallotFiles files,
            Desk desk) {
        this.decisions = decisions;
        this.electorate = electorate;
        this.ballots = ballots;
        this.results = results;
        this.files = files;
        this.desk = desk;
    }

    /**
     * Counts a closed vote and publishes the result, once and for all; asked again it answers with that result.
     *
     * @throws GovernanceRefused.WrongPhase before the vote has closed
     */
    @Transactional
    public Result count(Actor actor, UUID id) {
        var decision = decisions.lock(id, true).orElseThrow(() -> new Refused.NotFound(id));
        actor.require(GovernancePermissions.DECIDE, decision.path());
        var phase = decision.phase(desk.now());
        if (phase == DecisionPhase.COUNTED) {
            return results.find(decision).orElseThrow();
        }
        if (phase != DecisionPhase.CLOSED) {
            throw new GovernanceRefused.WrongPhase(phase);
        }
        var turnout = electorate.turnout(decision);
        ballots.settle(decision);
        var file = files.of(decision, turnout.entitled(), turnout.totalArea(), ballots.counted(decision));
        var outcome = Counting.count(file);
        var result = new Result(
                outcome.adopted(),
                files.json(outcome),
                turnout.entitled(),
                turnout.totalArea(),
                file.ballots().size(),
                turnout.onPaper(),
                files.hash(files.json(file)),
                desk.now());
        results.insert(decision, result, actor.account());
        ballots.forget(decision);
        decisions.counted(decision, desk.now());
        desk.acts().counted(actor, decision, result);
        desk.audit(
                actor, "decision.counted", id, decision.path(), file.ballots().size() + " ballots");
        return result;
    }

    @Transactional(readOnly = true)
    public Optional<Result> find(Decision decision) {
        return results.find(decision);
    }

    /** The published file of ballots, as UTF-8. @throws Refused.NotFound before the count */
    @Transactional(readOnly = true)
    public byte[] file(UUID id) {
        return json(id).getBytes(StandardCharsets.UTF_8);
    }

    private String json(UUID id) {
        var decision = decisions.find(id).orElseThrow(() -> new Refused.NotFound(id));
        var result = results.find(decision).orElseThrow(() -> new Refused.NotFound(id));
        return files.json(files.of(decision, result.entitled(), result.totalAreaCentiM2(), ballots.counted(decision)));
    }

    /** The numbers that a file of ballots adds up to, as JSON; from the file alone. */
    public String recount(String file) {
        return files.json(Counting.count(files.read(file)));
    }

    /** A budget vote as a Pabulib file. @throws Refused.NotFound for another kind, or before the count */
    @Transactional(readOnly = true)
    public String pabulib(UUID id) {
        var decision = decisions
                .find(id)
                .filter(it -> it.kind() == DecisionKind.BUDGET)
                .orElseThrow(() -> new Refused.NotFound(id));
        var meta = new LinkedHashMap<String, String>();
        meta.put("description", decision.title());
        meta.put("country", "China");
        meta.put("unit", decision.place());
        meta.put("instance", String.valueOf(desk.day(decision.closesAt()).getYear()));
        meta.put("rule", "equalshares/add1");
        meta.put("date_begin", desk.day(decision.opensAt()).format(BallotFiles.PABULIB_DAY));
        meta.put("date_end", desk.day(decision.closesAt()).format(BallotFiles.PABULIB_DAY));
        meta.put("max_length", String.valueOf(decision.mostChoices()));
        meta.put("min_length", "0");
        if (decision.voting() == Voting.CUMULATIVE) {
            meta.put("max_sum_points", String.valueOf(Objects.requireNonNullElse(decision.points(), 0)));
        }
        meta.put("currency", "CNY");
        return files.pabulib(files.read(json(id)), meta);
    }
}
