package org.zhuxi.account.internal;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.zhuxi.account.AccountPermissions;
import org.zhuxi.account.AgeBand;
import org.zhuxi.account.HouseholdMember;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Audited;
import org.zhuxi.kernel.Grant;
import org.zhuxi.kernel.HouseholdPlaces.HouseholdPlace;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Refused;

/** Who sees and decides what a person agrees to: the person from 14 on, the guardian of a minor, a clerk with a paper. */
@Component
public class ConsentRights {

    private final MemberStore members;
    private final MemberRights rights;
    private final Actors actors;
    private final ApplicationEventPublisher events;

    ConsentRights(MemberStore members, MemberRights rights, Actors actors, ApplicationEventPublisher events) {
        this.members = members;
        this.rights = rights;
        this.actors = actors;
        this.events = events;
    }

    /**
     * Whom it is about.
     *
     * @param age the youngest that any household says
     * @param place where the person lives; the nation when nobody knows
     */
    public record Subject(UUID person, AgeBand age, List<HouseholdMember> memberships, PlacePath place) {

        public boolean isMinor() {
            return age.isMinor();
        }
    }

    public Subject requireReadable(Actor actor, UUID person) {
        var subject = subject(person);
        if (isSelf(actor, person) || isGuardian(actor, subject)) {
            return subject;
        }
        return requireClerk(actor, subject);
    }

    /** Somebody who signed in himself: the person, unless under 14; or a guardian. */
    public Subject requireDecider(Actor actor, UUID person) {
        MemberRights.requireInPerson(actor);
        var subject = subject(person);
        var decidesAlone = isSelf(actor, person) && subject.age() != AgeBand.UNDER_14;
        if (!decidesAlone && !isGuardian(actor, subject)) {
            throw new Refused.Forbidden(AccountPermissions.MEMBERS.code());
        }
        return subject;
    }

    public Subject requireClerk(Actor actor, UUID person) {
        return requireClerk(actor, subject(person));
    }

    private Subject requireClerk(Actor actor, Subject subject) {
        var homes = homes(subject);
        if (homes.isEmpty()) {
            actor.require(AccountPermissions.MEMBERS, subject.place());
            return subject;
        }
        var seen = homes.stream()
                .filter(home -> actor.may(AccountPermissions.MEMBERS, home.path()))
                .findFirst()
                .orElseThrow(() -> new Refused.Forbidden(AccountPermissions.MEMBERS.code()));
        if (!actor.belongsTo(seen.ref())) {
            events.publishEvent(Audited.look(actor, seen.ref().id(), seen.path(), "members"));
        }
        return subject;
    }

    private Subject subject(UUID person) {
        var memberships = members.listOfPerson(person, actors.today());
        var account = actors.find(person);
        if (memberships.isEmpty() && account.isEmpty()) {
            throw new Refused.NotFound(person);
        }
        var age = memberships.stream()
                .map(HouseholdMember::age)
                .min(Enum::compareTo)
                .orElse(AgeBand.ADULT);
        var subject = new Subject(person, age, memberships, PlacePath.NATION);
        var place = homes(subject).stream()
                .map(HouseholdPlace::path)
                .findFirst()
                .or(() -> account.flatMap(found ->
                        found.actor().grants().stream().map(Grant::place).findFirst()))
                .orElse(PlacePath.NATION);
        return new Subject(person, age, memberships, place);
    }

    private List<HouseholdPlace> homes(Subject subject) {
        return subject.memberships().stream()
                .map(member -> rights.getPlace(member.household().id()))
                .toList();
    }

    private boolean isGuardian(Actor actor, Subject subject) {
        return actor.scopes() == null
                && subject.memberships().stream()
                        .filter(member -> member.guardian() != null)
                        .flatMap(
                                member -> members
                                        .find(
                                                member.household(),
                                                Objects.requireNonNull(member.guardian()),
                                                actors.today())
                                        .stream())
                        .anyMatch(guardian ->
                                actor.isSignedIn() && actor.account().equals(guardian.account()));
    }

    private static boolean isSelf(Actor actor, UUID person) {
        return actor.scopes() == null && person.equals(actor.accountId());
    }
}
