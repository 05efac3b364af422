package org.zhuxi.governance.internal;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.zhuxi.governance.BallotReceipt;
import org.zhuxi.governance.Ballots;
import org.zhuxi.governance.Counts;
import org.zhuxi.governance.Decisions;
import org.zhuxi.governance.NewDecision;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Origin;
import org.zhuxi.platform.web.CodeAddress;

/** Decisions, ballots and counts for programs; what is published is open. */
@RestController
@RequestMapping("/api/v1/decisions")
class DecisionsApi {

    private final Decisions decisions;
    private final Ballots ballots;
    private final Counts counts;
    private final BallotFiles files;
    private final Lists lists;
    private final Desk desk;

    DecisionsApi(Decisions decisions, Ballots ballots, Counts counts, BallotFiles files, Lists lists, Desk desk) {
        this.decisions = decisions;
        this.ballots = ballots;
        this.counts = counts;
        this.files = files;
        this.lists = lists;
        this.desk = desk;
    }

    record NewBallot(@Nullable String choice) {}

    record Helped(@Nullable String choice, @Nullable String helper) {}

    record Reason(@Nullable String reason) {}

    record State(String state) {}

    record Entered(boolean cast) {}

    @GetMapping
    Items<DecisionJson> list(@ParameterObject Search search) {
        return Items.of(lists.forPrograms(search, decisions::list), it -> DecisionJson.of(it, desk.now()));
    }

    @GetMapping("/{id}")
    DecisionJson.Story get(@PathVariable UUID id) {
        var decision = decisions.published(id);
        return DecisionJson.Story.of(
                decision, decisions.turnout(decision), counts.find(decision).orElse(null), files, desk.now());
    }

    @PutMapping("/{id}")
    DecisionJson prepare(Actor actor, @PathVariable UUID id, @RequestBody NewDecision body) {
        return DecisionJson.of(decisions.prepare(actor, id, body, Origin.RECORDED), desk.now());
    }

    @PostMapping("/{id}/announcement")
    DecisionJson announce(Actor actor, @PathVariable UUID id) {
        return DecisionJson.of(decisions.announce(actor, id), desk.now());
    }

    @PostMapping("/{id}/annulment")
    DecisionJson annul(Actor actor, @PathVariable UUID id, @RequestBody Reason body) {
        return DecisionJson.of(decisions.annul(actor, id, body.reason()), desk.now());
    }

    @PutMapping("/{id}/rights/{right}/ballots/{ballot}")
    BallotReceipt cast(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable UUID right,
            @PathVariable UUID ballot,
            @RequestBody NewBallot body) {
        return ballots.cast(actor, id, right, ballot, body.choice());
    }

    @PutMapping("/{id}/rights/{right}/assisted/{ballot}")
    BallotReceipt assist(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable UUID right,
            @PathVariable UUID ballot,
            @RequestBody Helped body) {
        return ballots.assist(actor, id, right, ballot, body.choice(), body.helper());
    }

    @PostMapping("/{id}/rights/{right}/paper")
    Entered enter(Actor actor, @PathVariable UUID id, @PathVariable UUID right, @RequestBody NewBallot body) {
        return new Entered(ballots.enter(actor, id, right, body.choice()));
    }

    @PutMapping("/{id}/rights/{right}/official/{ballot}")
    Entered official(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable UUID right,
            @PathVariable UUID ballot,
            @RequestBody NewBallot body) {
        ballots.official(actor, id, right, ballot, body.choice());
        return new Entered(true);
    }

    @PostMapping("/{id}/strikings/{right}")
    DecisionJson.Story strike(Actor actor, @PathVariable UUID id, @PathVariable UUID right, @RequestBody Reason body) {
        decisions.strike(actor, id, right, body.reason());
        return get(id);
    }

    @PostMapping("/{id}/count")
    DecisionJson.Story count(Actor actor, @PathVariable UUID id) {
        counts.count(actor, id);
        return get(id);
    }

    @GetMapping("/{id}/receipts")
    State check(
            @PathVariable UUID id,
            @RequestHeader(name = CodeAddress.HEADER, required = false) @Nullable String receipt) {
        return new State(ballots.check(id, receipt).name());
    }

    @GetMapping(path = "/{id}/ballots.json", produces = MediaType.APPLICATION_JSON_VALUE)
    byte[] file(@PathVariable UUID id) {
        return counts.file(id);
    }

    @GetMapping(path = "/{id}/ballots.pb", produces = "text/plain;charset=UTF-8")
    byte[] pabulib(@PathVariable UUID id) {
        return counts.pabulib(id).getBytes(StandardCharsets.UTF_8);
    }
}
