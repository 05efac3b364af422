package org.zhuxi.governance;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuxi.governance.internal.Alike;
import org.zhuxi.governance.internal.DecisionStore;
import org.zhuxi.governance.internal.Desk;
import org.zhuxi.governance.internal.IdeaStore;
import org.zhuxi.governance.internal.MeetingFileStore;
import org.zhuxi.governance.internal.MeetingStore;
import org.zhuxi.governance.internal.RemarkStore;
import org.zhuxi.governance.internal.RevisionStore;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Refused;
import org.zhuxi.kernel.Slice;
import org.zhuxi.kernel.Typed;
import org.zhuxi.project.Projects;

/** Ideas from the first word to the result. Everybody may read them; nobody is named. */
@Service
public class Ideas {

    private static final int COMPARED = 200;
    private static final int OWN = 100;

    private final IdeaStore store;
    private final RemarkStore remarks;
    private final MeetingStore meetings;
    private final RevisionStore revisions;
    private final MeetingFileStore files;
    private final DecisionStore decisions;
    private final Projects projects;
    private final Desk desk;

    Ideas(
            IdeaStore store,
            RemarkStore remarks,
            MeetingStore meetings,
            RevisionStore revisions,
            MeetingFileStore files,
            DecisionStore decisions,
            Projects projects,
            Desk desk) {
        this.store = store;
        this.remarks = remarks;
        this.meetings = meetings;
        this.revisions = revisions;
        this.files = files;
        this.decisions = decisions;
        this.projects = projects;
        this.desk = desk;
    }

    /**
     * Raises an idea. The same id with the same title again is answered with what is there.
     *
     * @throws Refused.Forbidden for somebody who neither lives nor works there
     */
    @Transactional
    public Idea raise(Actor actor, UUID id, NewIdea typed, Origin origin) {
        var place = desk.place(typed.place());
        var community = desk.community(place);
        var account = desk.member(actor, community, place.path());
        var idea = new Idea(
                community,
                id,
                place.code(),
                place.path(),
                Typed.words("title", typed.title(), NewIdea.TITLE),
                Typed.optional("words", typed.words(), NewIdea.WORDS),
                IdeaStage.RAISED,
                null,
                null,
                null,
                "",
                account,
                desk.now(),
                origin,
                "",
                0);
        return insert(actor, idea);
    }

    /** Takes over an idea of earlier days from a document, in the stage in which it is there. */
    @Transactional
    public Idea takeOver(Actor actor, UUID id, NewIdea typed, IdeaStage stage, String source, Origin origin) {
        var place = desk.place(typed.place());
        actor.require(GovernancePermissions.TAKE_OVER, place.path());
        var idea = new Idea(
                desk.community(place),
                id,
                place.code(),
                place.path(),
                Typed.words("title", typed.title(), NewIdea.TITLE),
                Typed.optional("words", typed.words(), NewIdea.WORDS),
                stage,
                null,
                null,
                null,
                "",
                actor.account(),
                desk.now(),
                origin,
                Typed.words("source", source, NewIdea.SHORT),
                0);
        return insert(actor, idea);
    }

    private Idea insert(Actor actor, Idea idea) {
        if (!store.insert(idea)) {
            var known = store.find(idea.id()).orElseThrow(() -> new GovernanceRefused.Conflict(idea.id()));
            if (!known.title().equals(idea.title()) || !known.path().equals(idea.path())) {
                throw new GovernanceRefused.Conflict(idea.id());
            }
            return known;
        }
        store.insertStep(idea, new IdeaStep(idea.stage(), desk.today(), "", desk.now()), actor.account());
        desk.fed(idea.community(), desk.today());
        desk.audit(actor, "idea.raised", idea.id(), idea.path(), idea.title());
        return idea;
    }

    /** Open ideas of the same community that sound alike, the nearest first, at most five. */
    @Transactional(readOnly = true)
    public List<Idea> alike(@Nullable String place, @Nullable String title) {
        if (Typed.text(title).length() < 2 || Typed.text(place).isEmpty()) {
            return List.of();
        }
        var community = desk.community(desk.place(place));
        return Alike.nearest(Typed.text(title), store.recent(community, COMPARED));
    }

    /** Supports an idea; once is enough. */
    @Transactional
    public void support(Actor actor, UUID id) {
        var idea = open(id);
        store.support(idea, desk.member(actor, idea.community(), idea.path()), desk.now());
    }

    @Transactional
    public void withdrawSupport(Actor actor, UUID id) {
        var idea = open(id);
        store.withdrawSupport(idea, actor.account());
    }

    /**
     * Takes the next step.
     *
     * @throws GovernanceRefused.NoSuchStep when there is no such step from here
     * @throws GovernanceRefused.NoMeeting when the meeting it needs was not held
     */
    @Transactional
    public Idea step(Actor actor, UUID id, NewStep typed) {
        var idea = store.lock(id).orElseThrow(() -> new Refused.NotFound(id));
        var isOwnWithdrawal =
                typed.stage() == IdeaStage.WITHDRAWN && idea.raisedBy().equals(actor.accountId());
        if (!isOwnWithdrawal) {
            actor.require(GovernancePermissions.MANAGE, idea.path());
        }
        var to = Typed.required("stage", typed.stage());
        if (!idea.stage().next().contains(to)) {
            throw new GovernanceRefused.NoSuchStep(idea.stage(), to);
        }
        var words = Typed.optional("words", typed.words(), NewIdea.WORDS);
        check(idea, to, words, typed.link());
        store.step(idea, new IdeaStep(to, desk.today(), words, desk.now()), typed.link(), actor.account());
        desk.acts().stepped(actor, idea, to);
        if (to == IdeaStage.MERGED || to == IdeaStage.WITHDRAWN) {
            desk.fed(idea.community(), desk.day(idea.raisedAt()));
        }
        desk.audit(actor, "idea.step", id, idea.path(), to.name());
        return get(id);
    }

    private void check(Idea idea, IdeaStage to, String words, @Nullable UUID link) {
        switch (to) {
            case HEARD -> held(idea, MeetingKind.HEARING);
            case COORDINATED -> held(idea, MeetingKind.COORDINATION);
            case EVALUATED -> held(idea, MeetingKind.EVALUATION);
            case DECIDED -> {
                if (link == null) {
                    Typed.words("words", words, NewIdea.WORDS);
                } else if (decisions.find(link).isEmpty()) {
                    throw new Refused.NotFound(link);
                }
            }
            case IN_HAND -> {
                if (link == null) {
                    Typed.words("words", words, NewIdea.WORDS);
                } else {
                    projects.get(link);
                }
            }
            case MERGED -> open(Typed.required("link", link));
            case DECLINED, CLOSED, DONE -> Typed.words("words", words, NewIdea.WORDS);
            case RAISED, ON_AGENDA, WITHDRAWN -> {
                // says enough by itself
            }
        }
    }

    private void held(Idea idea, MeetingKind kind) {
        if (meetings.ofIdea(idea).stream().noneMatch(it -> it.kind() == kind && it.state() == Meeting.State.HELD)) {
            throw new GovernanceRefused.NoMeeting(kind);
        }
    }

    /** An idea that still goes on. @throws GovernanceRefused.Ended otherwise */
    @Transactional(readOnly = true)
    public Idea open(UUID id) {
        var idea = get(id);
        if (idea.stage().isEnd()) {
            throw new GovernanceRefused.Ended();
        }
        return idea;
    }

    /** An idea. @throws Refused.NotFound when there is none */
    @Transactional(readOnly = true)
    public Idea get(UUID id) {
        return store.find(id).orElseThrow(() -> new Refused.NotFound(id));
    }

    @Transactional(readOnly = true)
    public IdeaStory story(UUID id) {
        var idea = get(id);
        return new IdeaStory(
                idea,
                store.steps(idea),
                remarks.list(idea),
                meetings.ofIdea(idea),
                revisions.ofIdea(idea),
                files.ofIdea(idea));
    }

    /** Ideas at or below a place, the latest first. */
    @Transactional(readOnly = true)
    public Slice<Idea> list(PlacePath at, String words, @Nullable IdeaStage stage, int limit, @Nullable UUID after) {
        return store.list(at, words, stage, limit, after);
    }

    /** What somebody raised or supports, the latest first. */
    @Transactional(readOnly = true)
    public List<Idea> own(Actor actor) {
        return store.ofAccount(actor.account(), OWN);
    }

    /** Whether somebody supports it. */
    @Transactional(readOnly = true)
    public boolean supports(Actor actor, Idea idea) {
        return actor.accountId() != null && store.supports(idea, actor.accountId());
    }
}
