package org.zhuxi.people;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.zhuxi.account.Accounts;
import org.zhuxi.account.HouseholdMember;
import org.zhuxi.account.HouseholdMembers;
import org.zhuxi.account.NewAccount;
import org.zhuxi.account.NewMember;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Grant;
import org.zhuxi.kernel.HouseholdRef;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.Role;
import org.zhuxi.testing.World;

/** A household whose head has a name and a number that nobody else has. */
record Family(World.Made world, HouseholdRef household, String username, String phone, String name) {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    static Family in(World.Made world, int household, Accounts accounts) {
        var number = NUMBER.incrementAndGet();
        var family = new Family(
                world,
                world.households().get(household),
                "wanglan-%04d".formatted(number),
                "1399%07d".formatted(number),
                "王兰%04d".formatted(number));
        accounts.open(
                World.founder(),
                List.of(new NewAccount(
                        family.username,
                        family.phone,
                        family.name,
                        World.PASSWORD,
                        Set.of(new Grant(Role.HOUSEHOLD_HEAD, world.path())),
                        Set.of(family.household),
                        Origin.SYNTHETIC)));
        return family;
    }

    static int childsYear() {
        return LocalDate.now(ZoneOffset.UTC).getYear() - 6;
    }

    UUID id() {
        return household.id();
    }

    Actor head(Accounts accounts) {
        return accounts.actorOf(username);
    }

    UUID headMember(HouseholdMembers members, Accounts accounts) {
        return members.list(head(accounts), id()).stream()
                .filter(HouseholdMember::head)
                .findFirst()
                .orElseThrow()
                .id();
    }

    UUID child(HouseholdMembers members, Accounts accounts) {
        var guardian = headMember(members, accounts);
        return members.add(head(accounts), id(), new NewMember("小宝", childsYear(), guardian, true, Origin.SYNTHETIC));
    }
}
