package org.zhuxi.governance.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.zhuxi.activity.Act;
import org.zhuxi.activity.ActBook;
import org.zhuxi.activity.ActBooks;
import org.zhuxi.governance.Convention;
import org.zhuxi.governance.Decision;
import org.zhuxi.governance.Idea;
import org.zhuxi.governance.IdeaStage;
import org.zhuxi.governance.Meeting;
import org.zhuxi.governance.MeetingKind;
import org.zhuxi.governance.Result;
import org.zhuxi.governance.SharedWork;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.Origin;

/** Acts of this module that count. Each is kept in the transaction of its cause and becomes a record without people in it. */
@Component
public class Acts {

    static final String MEETING = "meeting.held";
    static final String ADVICE = "advice.given";
    static final String ADOPTED = "idea.adopted";
    static final String EVALUATED = "idea.evaluated";
    static final String CLOSED = "idea.closed";
    static final String VOTE = "vote.counted";
    static final String CONVENTION = "convention.adopted";
    static final String WORK = "works.agreed";

    private final ActBook book;
    private final Clock clock;

    Acts(ActBooks books, Clock clock) {
        book = books.in("governance.act");
        this.clock = clock;
    }

    /** A meeting as its minutes tell it. */
    public void held(Actor actor, Meeting it) {
        book.keep(meeting(actor, it));
    }

    /** A meeting as its corrected minutes tell it; its record supersedes the former one. */
    public void corrected(Actor actor, Meeting it) {
        book.correct(meeting(actor, it));
    }

    public void struck(Actor actor, Meeting it, String reason) {
        book.withdraw(it.community(), it.id(), MEETING, actor.account(), reason);
    }

    private Act meeting(Actor actor, Meeting it) {
        var words = new StringBuilder("meetings=1 1");
        words.append(it.personsOnSite() > 0 ? ";onsite=1 1" : "");
        words.append(it.personsOnline() > 0 ? ";online=1 1" : "");
        words.append(";persons=%d 1".formatted(it.personsOnSite() + it.personsOnline()));
        if (it.kind() == MeetingKind.EVALUATION) {
            var satisfied = Objects.requireNonNullElse(it.satisfied(), 0);
            var others = Objects.requireNonNullElse(it.neutral(), 0) + Objects.requireNonNullElse(it.dissatisfied(), 0);
            words.append(";answers=%d 1;satisfied=%d 1".formatted(satisfied + others, satisfied));
        }
        var starts = it.startsAt();
        return act(
                actor,
                it.community(),
                it.id(),
                MEETING,
                it.place(),
                starts.isAfter(now()) ? now() : starts,
                words.toString(),
                it.origin());
    }

    /** Advice of an expert on an idea. */
    public void advised(Actor actor, Idea idea, UUID advice) {
        book.keep(act(actor, idea.community(), advice, ADVICE, idea.place(), now(), "visits=1 1", idea.origin()));
    }

    public void hidden(Actor actor, Idea idea, UUID advice, String reason) {
        book.withdraw(idea.community(), advice, ADVICE, actor.account(), reason);
    }

    /** A step of an idea, where it counts or makes an earlier one count no more. */
    public void stepped(Actor actor, Idea idea, IdeaStage to) {
        switch (to) {
            case DECIDED -> idea(actor, idea, ADOPTED);
            case EVALUATED -> idea(actor, idea, EVALUATED);
            case CLOSED -> idea(actor, idea, CLOSED);
            case MERGED, DECLINED, WITHDRAWN ->
                book.withdraw(
                        idea.community(),
                        idea.id(),
                        ADOPTED,
                        actor.account(),
                        to.names().zh());
            case RAISED, ON_AGENDA, HEARD, COORDINATED, IN_HAND, DONE -> {
                // meetings on the way count by themselves
            }
        }
    }

    private void idea(Actor actor, Idea it, String kind) {
        book.keep(act(actor, it.community(), it.id(), kind, it.place(), now(), "ideas=1 1", it.origin()));
    }

    public void counted(Actor actor, Decision it, Result result) {
        var quantities = "votes=1 1;rights=%d 1;ballots=%d 1".formatted(result.entitled(), result.ballots());
        book.keep(act(actor, it.community(), it.id(), VOTE, it.place(), now(), quantities, it.origin()));
    }

    public void annulled(Actor actor, Decision it, String reason) {
        book.withdraw(it.community(), it.id(), VOTE, actor.account(), reason);
    }

    /** A version of a convention came into force. @param from when; at the latest now */
    public void adopted(Actor actor, Convention it, int version, int clauses, Instant from) {
        book.keep(new Act(
                it.community(),
                it.id(),
                CONVENTION,
                version,
                it.place(),
                from.isAfter(now()) ? now() : from,
                actor.account(),
                "conventions=1 1;clauses=%d 1".formatted(clauses),
                it.origin()));
    }

    /** @param dwellings how many pay */
    public void agreed(Actor actor, SharedWork it, long dwellings) {
        var quantities = "works=1 1;dwellings=%d 1".formatted(dwellings);
        book.keep(act(actor, it.community(), it.id(), WORK, it.place(), now(), quantities, it.origin()));
    }

    public void givenUp(Actor actor, CommunityId community, UUID work, String reason) {
        book.withdraw(community, work, WORK, actor.account(), reason);
    }

    /** The vote that adopted a version of a convention is annulled. */
    public void disowned(Actor actor, CommunityId community, ConventionStore.Annulled it, String reason) {
        book.withdraw(community, it.convention(), CONVENTION, it.version(), actor.account(), reason);
    }

    private static Act act(
            Actor actor,
            CommunityId community,
            UUID subject,
            String kind,
            String place,
            Instant at,
            String quantities,
            Origin origin) {
        return new Act(community, subject, kind, 0, place, at, actor.account(), quantities, origin);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** Records what waits and takes back what was withdrawn; not inside a transaction. @return how many were recorded */
    public int file() {
        return book.file();
    }
}
