package org.zhuxi.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhuxi.account.Accounts;
import org.zhuxi.account.Consents;
import org.zhuxi.account.HouseholdMembers;
import org.zhuxi.account.NewMember;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.Role;

/** Two families with their members, one of them a child, and what they agreed to. */
@Component
class FamiliesChapter {

    private static final int CHILDS_AGE = 7;

    private final Accounts accounts;
    private final HouseholdMembers members;
    private final Consents consents;
    private final Clock clock;

    FamiliesChapter(Accounts accounts, HouseholdMembers members, Consents consents, Clock clock) {
        this.accounts = accounts;
        this.members = members;
        this.consents = consents;
        this.clock = clock;
    }

    void tell() {
        var head = accounts.actorOf(DemoPeople.username(Role.HOUSEHOLD_HEAD));
        var guardian = members.list(head, homeOf(head)).getFirst().id();
        add(head, "奶奶", null, null);
        add(head, "小竹", LocalDate.now(clock).getYear() - CHILDS_AGE, guardian);
        consents.give(head, head.account(), "contact");
        var resident = accounts.actorOf(DemoPeople.username(Role.RESIDENT));
        add(resident, "爱人", null, null);
        consents.give(resident, resident.account(), "contact");
        consents.withdraw(resident, resident.account(), "contact");
    }

    private void add(Actor by, String nickname, @Nullable Integer birthYear, @Nullable UUID guardian) {
        members.add(by, homeOf(by), new NewMember(nickname, birthYear, guardian, true, Origin.SYNTHETIC));
    }

    private static UUID homeOf(Actor actor) {
        return actor.households().iterator().next().id();
    }
}
