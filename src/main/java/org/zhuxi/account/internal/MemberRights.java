package org.zhuxi.account.internal;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.zhuxi.account.AccountPermissions;
import org.zhuxi.account.AgeBand;
import org.zhuxi.account.HouseholdMember;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Audited;
import org.zhuxi.kernel.HouseholdPlaces;
import org.zhuxi.kernel.HouseholdPlaces.HouseholdPlace;
import org.zhuxi.kernel.Refused;

/** Who may see and change the members of a household, and who decides for a person. */
@Component
public class MemberRights {

    private final MemberStore members;
    private final ObjectProvider<HouseholdPlaces> places;
    private final ApplicationEventPublisher events;
    private final Actors actors;

    MemberRights(
            MemberStore members,
            ObjectProvider<HouseholdPlaces> places,
            ApplicationEventPublisher events,
            Actors actors) {
        this.members = members;
        this.places = places;
        this.events = events;
        this.actors = actors;
    }

    public HouseholdPlace getPlace(UUID household) {
        return places.stream()
                .findFirst()
                .flatMap(register -> register.find(household))
                .orElseThrow(() -> new Refused.NotFound(household));
    }

    /** Its members, and clerks of its place; the look of a clerk is audited. */
    public HouseholdPlace requireReadable(Actor actor, UUID household) {
        var place = getPlace(household);
        if (!isMember(actor, place)) {
            actor.require(AccountPermissions.MEMBERS, place.path());
            events.publishEvent(Audited.look(actor, household, place.path(), "members"));
        }
        return place;
    }

    /** Its head; each grown-up member while there is none; and clerks of its place. */
    public HouseholdPlace requireManageable(Actor actor, UUID household) {
        var place = getPlace(household);
        if (!(isMember(actor, place) && manages(actor, members.list(place.ref(), actors.today())))) {
            actor.require(AccountPermissions.MEMBERS, place.path());
        }
        return place;
    }

    /** Whether a member may change who belongs to the household. */
    public static boolean manages(Actor actor, List<HouseholdMember> family) {
        var hasHead = family.stream().anyMatch(HouseholdMember::head);
        return self(actor, family)
                .map(self -> self.head() || (!hasHead && self.age() == AgeBand.ADULT))
                .orElse(false);
    }

    public static Optional<HouseholdMember> self(Actor actor, List<HouseholdMember> family) {
        return family.stream()
                .filter(member -> member.account() != null && member.account().equals(actor.accountId()))
                .findFirst();
    }

    /** Only the person, without a token: nobody leaves the deciding to a program. */
    public static void requireInPerson(Actor actor) {
        actor.account();
        if (actor.scopes() != null) {
            throw new Refused.Forbidden("sign-in");
        }
    }

    private static boolean isMember(Actor actor, HouseholdPlace place) {
        return actor.scopes() == null && actor.belongsTo(place.ref());
    }
}
