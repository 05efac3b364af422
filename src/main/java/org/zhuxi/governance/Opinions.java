package org.zhuxi.governance;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuxi.governance.OpinionTalk.Statement;
import org.zhuxi.governance.OpinionTalk.Vote;
import org.zhuxi.governance.internal.Desk;
import org.zhuxi.governance.internal.OpinionStore;
import org.zhuxi.governance.internal.OpinionViews;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Refused;
import org.zhuxi.kernel.Slice;
import org.zhuxi.kernel.Typed;

/** Talks with short statements: begun, added to, agreed and disagreed with, and drawn as a map. It decides nothing. */
@Service
public class Opinions {

    private static final int MOST_SEEDS = 50;
    private static final int MOST_STATEMENTS = 500;
    private static final int MOST_OF_ONE = 10;
    private static final int LONGEST_DAYS = 365;

    private final OpinionStore store;
    private final OpinionViews views;
    private final Desk desk;

    Opinions(OpinionStore store, OpinionViews views, Desk desk) {
        this.store = store;
        this.views = views;
        this.desk = desk;
    }

    /** Begins a talk. The same id again is answered with what is there. @param seeds first statements, one a line */
    @Transactional
    public OpinionTalk begin(
            Actor actor,
            UUID id,
            @Nullable String place,
            @Nullable String title,
            @Nullable String words,
            @Nullable LocalDate closesOn,
            @Nullable String seeds,
            Origin origin) {
        var at = desk.place(place);
        actor.require(GovernancePermissions.MANAGE, at.path());
        var last = Typed.required("closesOn", closesOn);
        if (origin == Origin.RECORDED
                && (last.isBefore(desk.today()) || last.isAfter(desk.today().plusDays(LONGEST_DAYS)))) {
            throw new GovernanceRefused.BadClosing(LONGEST_DAYS);
        }
        var talk = new OpinionTalk(
                desk.community(at),
                id,
                at.code(),
                at.path(),
                Typed.words("title", title, NewIdea.TITLE),
                Typed.optional("words", words, NewIdea.WORDS),
                last,
                origin);
        var first = Typed.optional("seeds", seeds, MOST_SEEDS * (OpinionTalk.STATEMENT + 2))
                .lines()
                .map(String::strip)
                .filter(it -> !it.isEmpty())
                .map(it -> Typed.words("seeds", it, OpinionTalk.STATEMENT))
                .toList();
        Typed.within("seeds", first.size(), 0, MOST_SEEDS);
        if (!store.insert(talk, actor.account(), desk.now())) {
            return Desk.known(store.find(id), talk, talk::equals);
        }
        var now = desk.now();
        for (var i = 0; i < first.size(); i++) {
            // a microsecond apart, so that they stay in their order
            var said = now.plus(i, ChronoUnit.MICROS);
            store.say(talk, Ids.derived(id, "seed/" + i), first.get(i), actor.account(), said);
        }
        desk.audit(actor, "opinion.begun", id, at.path(), talk.title());
        return talk;
    }

    /**
     * Adds a statement, with which its author agrees. The same id again changes nothing.
     *
     * @throws GovernanceRefused.TooManyStatements when he has said enough, or all together have
     */
    @Transactional
    public void say(Actor actor, UUID id, UUID statement, @Nullable String words) {
        var talk = open(id);
        var account = desk.member(actor, talk.community(), talk.path());
        var said = Typed.words("words", words, OpinionTalk.STATEMENT);
        store.lock(talk);
        if (store.said(talk, account) >= MOST_OF_ONE || store.said(talk, null) >= MOST_STATEMENTS) {
            throw new GovernanceRefused.TooManyStatements(MOST_OF_ONE, MOST_STATEMENTS);
        }
        if (store.say(talk, statement, said, account, desk.now())) {
            store.vote(talk, statement, account, Vote.AGREE, desk.now());
        }
    }

    /** Agrees, disagrees or passes; said again, the last one holds. */
    @Transactional
    public void vote(Actor actor, UUID id, UUID statement, @Nullable Vote vote) {
        var talk = open(id);
        var account = desk.member(actor, talk.community(), talk.path());
        var said = Typed.required("vote", vote);
        if (store.statements(talk).stream().noneMatch(it -> it.id().equals(statement) && it.hidden() == null)) {
            throw new Refused.NotFound(statement);
        }
        store.vote(talk, statement, account, said, desk.now());
    }

    private OpinionTalk open(UUID id) {
        var talk = get(id);
        if (desk.today().isAfter(talk.closesOn())) {
            throw new GovernanceRefused.TalkOver();
        }
        return talk;
    }

    /** Hides what harms somebody, with the reason; it then counts for nothing. */
    @Transactional
    public void hide(Actor actor, UUID id, UUID statement, @Nullable String reason) {
        var talk = get(id);
        actor.require(GovernancePermissions.MANAGE, talk.path());
        var why = Typed.words("reason", reason, NewIdea.SHORT);
        if (!store.hide(talk, statement, why, actor.account())) {
            throw new Refused.NotFound(statement);
        }
        desk.audit(actor, "opinion.hidden", statement, talk.path(), why);
    }

    @Transactional(readOnly = true)
    public OpinionTalk get(UUID id) {
        return store.find(id).orElseThrow(() -> new Refused.NotFound(id));
    }

    /** Talks at or below a place, the latest first. @param words part of a title, or empty */
    @Transactional(readOnly = true)
    public Slice<OpinionTalk> list(PlacePath at, String words, int limit, @Nullable UUID after) {
        return store.list(at, words, limit, after);
    }

    /** Whether somebody may take part today. */
    public boolean isOpenTo(Actor actor, OpinionTalk talk) {
        return actor.isSignedIn()
                && !desk.today().isAfter(talk.closesOn())
                && desk.belongs(actor, talk.community(), talk.path());
    }

    /** The statement that somebody has not answered yet and that fewest have; empty when he has answered all. */
    @Transactional(readOnly = true)
    public Optional<Statement> next(Actor actor, OpinionTalk talk) {
        return store.next(talk, actor.account());
    }

    /** All statements, for the desk. */
    @Transactional(readOnly = true)
    public List<Statement> statements(Actor actor, OpinionTalk talk) {
        actor.require(GovernancePermissions.READ, talk.path());
        return store.statements(talk);
    }

    /** What it has come to. */
    @Transactional(readOnly = true)
    public OpinionTalk.View view(OpinionTalk talk) {
        return views.of(talk);
    }
}
