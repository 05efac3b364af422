package org.zhuxi.account;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuxi.account.internal.Actors;
import org.zhuxi.account.internal.ConsentBook;
import org.zhuxi.account.internal.InvitationStore;
import org.zhuxi.account.internal.InvitationStore.Invitation;
import org.zhuxi.account.internal.MemberDesk;
import org.zhuxi.account.internal.MemberRights;
import org.zhuxi.account.internal.MemberStore;
import org.zhuxi.account.internal.TypedCode;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Audited;
import org.zhuxi.kernel.HouseholdPlaces.HouseholdPlace;
import org.zhuxi.kernel.HouseholdRef;
import org.zhuxi.kernel.Refused;

/** Who belongs to a household: grown-ups with or without an account, and children under a guardian. */
@Service
@Transactional
public class HouseholdMembers {

    public static final int MOST_MEMBERS = 30;
    public static final int LONGEST_NICKNAME = 40;
    public static final Duration INVITATION_LIFE = Duration.ofDays(3);

    private final MemberStore members;
    private final MemberRights rights;
    private final MemberDesk desk;
    private final InvitationStore invitations;
    private final ConsentBook consents;
    private final Actors actors;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    HouseholdMembers(
            MemberStore members,
            MemberRights rights,
            MemberDesk desk,
            InvitationStore invitations,
            ConsentBook consents,
            Actors actors,
            ApplicationEventPublisher events,
            Clock clock) {
        this.members = members;
        this.rights = rights;
        this.desk = desk;
        this.invitations = invitations;
        this.consents = consents;
        this.actors = actors;
        this.events = events;
        this.clock = clock;
    }

    /** The head first; for members, and for clerks of the household's place, whose look is audited. */
    public List<HouseholdMember> list(Actor actor, UUID household) {
        var place = rights.requireReadable(actor, household);
        return members.list(place.ref(), actors.today());
    }

    /** @throws Refused.Forbidden unless the actor is a clerk of the household's place */
    @Transactional(readOnly = true)
    public void requireClerk(Actor actor, UUID household) {
        actor.require(AccountPermissions.MEMBERS, rights.getPlace(household).path());
    }

    /** The household at its door, for the same people; not audited by itself. */
    @Transactional(readOnly = true)
    public HouseholdPlace place(Actor actor, UUID household) {
        var place = rights.getPlace(household);
        if (!actor.actsFor(place.ref(), AccountPermissions.MEMBERS.scope())) {
            actor.require(AccountPermissions.MEMBERS, place.path());
        }
        return place;
    }

    /** Whether the actor may add and remove members. */
    @Transactional(readOnly = true)
    public boolean mayManage(Actor actor, UUID household) {
        try {
            rights.requireManageable(actor, household);
            return true;
        } catch (Refused.Forbidden forbidden) {
            return false;
        }
    }

    /**
     * Adds somebody who has no account. For a child under 14 the guardian agrees, or a clerk notes that he did on paper.
     *
     * @return the member's id
     * @throws PeopleRefused when something about the new member is wrong
     */
    public UUID add(Actor actor, UUID household, NewMember member) {
        var place = rights.requireManageable(actor, household);
        members.lock(place.ref());
        var id = desk.add(place.ref(), member);
        if (member.birthYear() != null) {
            consents.recordForChild(actor, place, id, member);
        }
        audit(actor, "household.member.add", place, id);
        return id;
    }

    /**
     * Makes a code with which somebody who has an account joins the household within three days.
     *
     * @param member whose place without an account the new one takes, or null for a further member
     */
    public String invite(Actor actor, UUID household, @Nullable UUID member) {
        var place = rights.requireManageable(actor, household);
        if (member != null && desk.get(place.ref(), member).account() != null) {
            throw new PeopleRefused.AlreadyMember();
        }
        var code = TypedCode.next();
        var end = OffsetDateTime.now(clock).plus(INVITATION_LIFE);
        invitations.insert(code, new Invitation(place.ref(), member), actor.account(), end);
        audit(actor, "household.member.invite", place, household);
        return code.printed();
    }

    /** Joins the household that a code invites to. */
    public HouseholdRef join(Actor actor, String code) {
        MemberRights.requireInPerson(actor);
        var invitation = invitations
                .use(new TypedCode(code), OffsetDateTime.now(clock))
                .orElseThrow(PeopleRefused.WrongInvitation::new);
        members.lock(invitation.household());
        desk.join(invitation.household(), invitation.member(), actor.account());
        actors.forgetAfterCommit();
        var place = rights.getPlace(invitation.household().id());
        audit(actor, "household.member.join", place, actor.account());
        return invitation.household();
    }

    /**
     * Takes somebody off the household, or leaves it. What the household earned stays with it.
     *
     * @throws PeopleRefused.StillGuardian while the member decides for minors who stay
     */
    public void remove(Actor actor, UUID household, UUID member) {
        var place = rights.getPlace(household);
        var isSelf = actor.scopes() == null
                && desk.find(place.ref(), member)
                        .filter(found -> actor.account().equals(found.account()))
                        .isPresent();
        if (!isSelf) {
            rights.requireManageable(actor, household);
        }
        members.lock(place.ref());
        var isLast = desk.remove(place.ref(), desk.get(place.ref(), member));
        actors.forgetAfterCommit();
        audit(actor, isSelf ? "household.member.leave" : "household.member.remove", place, member);
        if (isLast) {
            audit(actor, "household.without-members", place, household);
        }
    }

    /** Hands the household over to another grown-up member with an account. */
    public void appointHead(Actor actor, UUID household, UUID member) {
        var place = rights.requireManageable(actor, household);
        members.lock(place.ref());
        var next = desk.get(place.ref(), member);
        if (next.age() != AgeBand.ADULT || next.account() == null) {
            throw new PeopleRefused.NotGrownUp(next.name());
        }
        members.appointHead(place.ref(), member);
        audit(actor, "household.head", place, member);
    }

    /** Makes a grown-up member the guardian of a minor. */
    public void setGuardian(Actor actor, UUID household, UUID minor, UUID guardian) {
        var place = rights.requireManageable(actor, household);
        members.lock(place.ref());
        desk.requireGuardian(place.ref(), guardian);
        if (!desk.get(place.ref(), minor).age().isMinor()) {
            throw new Refused.NotFound(minor);
        }
        members.setGuardian(place.ref(), minor, guardian);
        audit(actor, "household.guardian", place, minor);
    }

    private void audit(Actor actor, String action, HouseholdPlace place, UUID who) {
        events.publishEvent(new Audited(actor, action, place.ref().id().toString(), place.path(), who.toString()));
    }
}
