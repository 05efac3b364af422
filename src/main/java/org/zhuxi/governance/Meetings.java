package org.zhuxi.governance;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuxi.governance.internal.Codes;
import org.zhuxi.governance.internal.Desk;
import org.zhuxi.governance.internal.IdeaStore;
import org.zhuxi.governance.internal.MeetingStore;
import org.zhuxi.governance.internal.RevisionStore;
import org.zhuxi.governance.internal.VenueStore;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Refused;
import org.zhuxi.kernel.Slice;
import org.zhuxi.kernel.Typed;

/** Meetings: called, signed in to, and their minutes. Everybody may read the minutes; who came is a number. */
@Service
public class Meetings {

    private static final int MOST_PERSONS = 100_000;
    private static final int MINUTES = 10_000;

    private final MeetingStore store;
    private final RevisionStore revisions;
    private final IdeaStore ideas;
    private final VenueStore venues;
    private final Desk desk;

    Meetings(MeetingStore store, RevisionStore revisions, IdeaStore ideas, VenueStore venues, Desk desk) {
        this.store = store;
        this.revisions = revisions;
        this.ideas = ideas;
        this.venues = venues;
        this.desk = desk;
    }

    /** Calls a meeting. The same id again is answered with what is there. */
    @Transactional
    public Meeting call(Actor actor, UUID id, NewMeeting typed, Origin origin) {
        var about = typed.idea();
        var idea = about == null ? null : ideas.find(about).orElseThrow(() -> new Refused.NotFound(about));
        var place = desk.place(idea == null || !Typed.text(typed.place()).isEmpty() ? typed.place() : idea.place());
        actor.require(GovernancePermissions.MANAGE, place.path());
        if (idea != null && !idea.community().equals(desk.community(place))) {
            throw new GovernanceRefused.NoPlace();
        }
        var venue = typed.venue();
        if (venue != null
                && venues.find(venue)
                        .filter(it -> !it.isClosed() && it.community().equals(desk.community(place)))
                        .isEmpty()) {
            throw new GovernanceRefused.NoPlace();
        }
        var starts = Typed.required("startsAt", typed.startsAt());
        var meeting = new Meeting(
                desk.community(place),
                id,
                place.code(),
                place.path(),
                venue,
                about,
                Typed.required("kind", typed.kind()),
                Typed.words("title", typed.title(), NewIdea.TITLE),
                starts,
                desk.day(starts),
                Typed.optional("agenda", typed.agenda(), NewIdea.WORDS),
                Codes.word(8),
                Boolean.TRUE.equals(typed.online()),
                "",
                0,
                0,
                null,
                null,
                null,
                Meeting.State.PLANNED,
                origin,
                0);
        if (!store.insert(meeting, actor.account(), desk.now())) {
            return store.find(id)
                    .filter(it -> it.path().equals(meeting.path()))
                    .orElseThrow(() -> new GovernanceRefused.Conflict(id));
        }
        desk.audit(actor, "meeting.called", id, place.path(), meeting.kind().name());
        return meeting;
    }

    /** Signs in with the code on the poster; twice is once. */
    @Transactional
    public void attend(Actor actor, UUID id, @Nullable String code, boolean online) {
        var meeting = get(id);
        var account = desk.member(actor, meeting.community(), meeting.path());
        if (!meeting.checkIn().equals(Typed.text(code).toUpperCase(java.util.Locale.ROOT))) {
            throw new GovernanceRefused.WrongCode();
        }
        if (meeting.state() != Meeting.State.PLANNED) {
            throw new GovernanceRefused.MeetingOver();
        }
        store.attend(meeting, account, online, desk.now());
    }

    /** Writes the minutes, once; what is wrong in them is corrected with a reason. */
    @Transactional
    public Meeting hold(Actor actor, UUID id, Minutes minutes) {
        var meeting = get(id);
        actor.require(GovernancePermissions.MANAGE, meeting.path());
        var words = checked(meeting, minutes);
        if (!store.hold(meeting, minutes, words, actor.account(), desk.now())) {
            throw new GovernanceRefused.MeetingOver();
        }
        var held = get(id);
        desk.acts().held(actor, held);
        desk.audit(actor, "meeting.held", id, meeting.path(), meeting.kind().name());
        return held;
    }

    /** @return the words of the minutes */
    private static String checked(Meeting meeting, Minutes minutes) {
        var words = Typed.words("minutes", minutes.words(), MINUTES);
        Typed.within("personsOnSite", minutes.onSite(), 0, MOST_PERSONS);
        Typed.within("personsOnline", minutes.online(), 0, MOST_PERSONS);
        Typed.within(
                "personsOnSite",
                (long) minutes.onSite() + minutes.online(),
                Math.max(1, meeting.signedIn()),
                MOST_PERSONS);
        for (var asked : java.util.Arrays.asList(minutes.satisfied(), minutes.neutral(), minutes.dissatisfied())) {
            Typed.within("satisfied", Objects.requireNonNullElse(asked, 0), 0, MOST_PERSONS);
        }
        if (meeting.kind() == MeetingKind.EVALUATION) {
            Typed.required("satisfied", minutes.satisfied());
        }
        return words;
    }

    /**
     * Corrects the minutes of a meeting that was held; what they said before stays readable.
     *
     * @throws GovernanceRefused.NotHeld when there are no minutes that count
     */
    @Transactional
    public Meeting correct(Actor actor, UUID id, Minutes minutes, @Nullable String reason) {
        var meeting = locked(actor, id);
        var why = Typed.words("reason", reason, NewIdea.SHORT);
        var words = checked(meeting, minutes);
        revisions.insert(meeting, why, actor.account(), desk.now());
        store.rewrite(meeting, minutes, words, actor.account(), desk.now());
        var corrected = get(id);
        desk.acts().corrected(actor, corrected);
        desk.audit(actor, "meeting.corrected", id, meeting.path(), why);
        return corrected;
    }

    /**
     * Strikes off a meeting that was not held as its minutes say; they stay readable and count for nothing.
     *
     * @throws GovernanceRefused.NotHeld when there are no minutes that count
     */
    @Transactional
    public Meeting strike(Actor actor, UUID id, @Nullable String reason) {
        var meeting = locked(actor, id);
        var why = Typed.words("reason", reason, NewIdea.SHORT);
        revisions.insert(meeting, why, actor.account(), desk.now());
        store.strike(meeting);
        desk.acts().struck(actor, meeting, why);
        desk.audit(actor, "meeting.struck", id, meeting.path(), why);
        return get(id);
    }

    private Meeting locked(Actor actor, UUID id) {
        actor.require(GovernancePermissions.MANAGE, get(id).path());
        store.lock(get(id));
        var meeting = get(id);
        if (meeting.state() != Meeting.State.HELD) {
            throw new GovernanceRefused.NotHeld();
        }
        return meeting;
    }

    @Transactional
    public void cancel(Actor actor, UUID id) {
        var meeting = get(id);
        actor.require(GovernancePermissions.MANAGE, meeting.path());
        if (!store.cancel(meeting)) {
            throw new GovernanceRefused.MeetingOver();
        }
        desk.audit(actor, "meeting.cancelled", id, meeting.path(), "");
    }

    @Transactional(readOnly = true)
    public Meeting get(UUID id) {
        return store.find(id).orElseThrow(() -> new Refused.NotFound(id));
    }

    /** The same, which must be about this idea. */
    @Transactional(readOnly = true)
    public Meeting get(UUID idea, UUID id) {
        return store.find(id).filter(it -> idea.equals(it.idea())).orElseThrow(() -> new Refused.NotFound(id));
    }

    /** Meetings at or below a place, the latest first. */
    @Transactional(readOnly = true)
    public Slice<Meeting> list(PlacePath at, int limit, @Nullable UUID after) {
        return Slice.of(store.list(at, limit + 1, after), limit, it -> it.id().toString());
    }
}
