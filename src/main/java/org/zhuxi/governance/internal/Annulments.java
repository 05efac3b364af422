package org.zhuxi.governance.internal;

import org.springframework.stereotype.Component;
import org.zhuxi.governance.Decision;
import org.zhuxi.kernel.Actor;

/**
 * Takes back what rests on a vote that is annulled: the count, the version of a convention, the works it agreed to; and forgets what
 * was chosen in secret.
 */
@Component
public class Annulments {

    private final ConventionStore conventions;
    private final SharedWorkStore works;
    private final BallotStore ballots;
    private final Desk desk;

    Annulments(ConventionStore conventions, SharedWorkStore works, BallotStore ballots, Desk desk) {
        this.conventions = conventions;
        this.works = works;
        this.ballots = ballots;
        this.desk = desk;
    }

    /** Inside the transaction that annuls, which has locked the vote. */
    public void follow(Actor actor, Decision vote, String reason) {
        ballots.forget(vote);
        desk.acts().annulled(actor, vote, reason);
        conventions.annul(vote).ifPresent(it -> {
            desk.acts().disowned(actor, vote.community(), it, reason);
            desk.audit(actor, "convention.annulled", it.convention(), vote.path(), "version " + it.version());
        });
        works.annul(vote).ifPresent(it -> {
            desk.acts().givenUp(actor, vote.community(), it, reason);
            desk.audit(actor, "work.reopened", it, vote.path(), reason);
        });
    }
}
