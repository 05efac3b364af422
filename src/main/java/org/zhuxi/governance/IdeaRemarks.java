package org.zhuxi.governance;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuxi.governance.internal.Desk;
import org.zhuxi.governance.internal.RemarkStore;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Refused;
import org.zhuxi.kernel.Typed;

/** What people and experts say to an idea, and what became of it. Everybody may read it; only experts are named, by profession. */
@Service
public class IdeaRemarks {

    private final RemarkStore store;
    private final Ideas ideas;
    private final Desk desk;

    IdeaRemarks(RemarkStore store, Ideas ideas, Desk desk) {
        this.store = store;
        this.ideas = ideas;
        this.desk = desk;
    }

    /** Comments on an idea, or proposes to change it. The same id again changes nothing. */
    @Transactional
    public void remark(Actor actor, UUID id, UUID remark, Remark.Kind kind, @Nullable String words) {
        var idea = ideas.open(id);
        var account = desk.member(actor, idea.community(), idea.path());
        if (kind == Remark.Kind.ADVICE) {
            throw new Refused.Forbidden(GovernancePermissions.MANAGE.code());
        }
        keep(idea, remark, kind, "", words, account);
    }

    /** Notes what an expert advised on the spot. @param speaker profession, such as 规划师 */
    @Transactional
    public void advise(Actor actor, UUID id, UUID remark, @Nullable String speaker, @Nullable String words) {
        var idea = ideas.open(id);
        actor.require(GovernancePermissions.MANAGE, idea.path());
        var by = Typed.words("speaker", speaker, 100);
        if (keep(idea, remark, Remark.Kind.ADVICE, by, words, actor.account())) {
            desk.acts().advised(actor, idea, remark);
        }
    }

    /** Whether the id was free. */
    private boolean keep(Idea idea, UUID id, Remark.Kind kind, String speaker, @Nullable String words, UUID by) {
        var said = Typed.words("words", words, NewIdea.WORDS);
        return store.insert(idea, new Remark(id, kind, speaker, said, desk.now(), null, "", null), by);
    }

    /** Says what became of a proposed change or of advice, once, with the reason. */
    @Transactional
    public void answer(Actor actor, UUID id, UUID remark, Remark.@Nullable Answer answer, @Nullable String words) {
        var idea = managed(actor, id);
        var found = store.find(idea, remark).orElseThrow(() -> new Refused.NotFound(remark));
        var said = Typed.required("answer", answer);
        if (found.answer() != null) {
            throw new GovernanceRefused.Answered();
        }
        var reason = Typed.words("words", words, NewIdea.WORDS);
        store.answer(idea, remark, said, reason, actor.account(), desk.now());
        desk.audit(actor, "remark.answered", remark, idea.path(), said.name());
    }

    /** Hides a remark that harms somebody; the reason stays in its place. */
    @Transactional
    public void hide(Actor actor, UUID id, UUID remark, @Nullable String reason) {
        var idea = managed(actor, id);
        if (store.find(idea, remark).isEmpty()) {
            throw new Refused.NotFound(remark);
        }
        var why = Typed.words("reason", reason, NewIdea.SHORT);
        store.hide(idea, remark, why, actor.account());
        desk.acts().hidden(actor, idea, remark, why);
        desk.audit(actor, "remark.hidden", remark, idea.path(), why);
    }

    private Idea managed(Actor actor, UUID id) {
        var idea = ideas.get(id);
        actor.require(GovernancePermissions.MANAGE, idea.path());
        return idea;
    }
}
