package org.zhuxi.account.internal;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.zhuxi.account.HouseholdMember;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.HouseholdRef;
import org.zhuxi.kernel.Refused;

/** The households of somebody, and the minors for whom he decides there. */
@Component
class Wards {

    private final MemberStore members;
    private final MemberRights rights;
    private final Actors actors;

    Wards(MemberStore members, MemberRights rights, Actors actors) {
        this.members = members;
        this.rights = rights;
        this.actors = actors;
    }

    @Transactional(readOnly = true)
    public List<HouseholdMember> of(Actor actor) {
        return actor.households().stream()
                .map(home -> members.list(home, actors.today()))
                .flatMap(family -> MemberRights.self(actor, family).stream()
                        .flatMap(self ->
                                family.stream().filter(member -> self.id().equals(member.guardian()))))
                .toList();
    }

    String labelOf(HouseholdRef household) {
        return rights.getPlace(household.id()).label();
    }

    /** @throws Refused.NotFound unless it is one of the actor's own */
    CommunityId communityOf(Actor actor, UUID household) {
        return actor.households().stream()
                .filter(home -> home.id().equals(household))
                .map(HouseholdRef::community)
                .findFirst()
                .orElseThrow(() -> new Refused.NotFound(household));
    }
}
