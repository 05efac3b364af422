package org.zhuxi.account.internal;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhuxi.account.AgeBand;
import org.zhuxi.account.HouseholdMember;
import org.zhuxi.account.HouseholdMembers;
import org.zhuxi.account.NewMember;
import org.zhuxi.account.PeopleRefused;
import org.zhuxi.kernel.HouseholdRef;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.Refused;

/** Changes the members of one household, after rights have been checked and the household is locked. */
@Component
public class MemberDesk {

    private static final int OLDEST_MINOR = AgeBand.FULL_AGE;

    private final MemberStore members;
    private final Actors actors;

    MemberDesk(MemberStore members, Actors actors) {
        this.members = members;
        this.actors = actors;
    }

    public HouseholdMember get(HouseholdRef household, UUID member) {
        return find(household, member).orElseThrow(() -> new Refused.NotFound(member));
    }

    public Optional<HouseholdMember> find(HouseholdRef household, UUID member) {
        return members.find(household, member, actors.today());
    }

    public UUID add(HouseholdRef household, NewMember member) {
        var nickname = member.nickname().strip();
        if (nickname.isEmpty()
                || nickname.length() > HouseholdMembers.LONGEST_NICKNAME
                || nickname.indexOf('\0') >= 0) {
            throw new PeopleRefused.WrongNickname();
        }
        requireRoom(household);
        if (member.birthYear() != null) {
            requireMinor(household, member, member.birthYear());
        }
        var id = Ids.next();
        insert(new MemberStore.Row(
                household,
                id,
                null,
                nickname,
                member.birthYear(),
                member.birthYear() == null ? null : member.guardian(),
                false,
                member.origin()));
        return id;
    }

    public void join(HouseholdRef household, @Nullable UUID member, UUID account) {
        var family = members.list(household, actors.today());
        if (family.stream().anyMatch(one -> account.equals(one.account()))) {
            throw new PeopleRefused.AlreadyMember();
        }
        if (member != null) {
            if (get(household, member).account() != null) {
                throw new PeopleRefused.WrongInvitation();
            }
            members.giveAccount(household, member, account);
            return;
        }
        requireRoom(household);
        insert(new MemberStore.Row(household, Ids.next(), account, null, null, null, false, Origin.RECORDED));
    }

    /** Answers whether nobody is left who can sign in for the household. */
    public boolean remove(HouseholdRef household, HouseholdMember leaving) {
        var family = members.list(household, actors.today());
        var hasWards = family.stream().anyMatch(one -> leaving.id().equals(one.guardian()));
        if (hasWards) {
            throw new PeopleRefused.StillGuardian(leaving.name());
        }
        members.end(household, leaving.id(), actors.today());
        return isLast(family, leaving);
    }

    /**
     * Takes somebody off who is being erased: another grown-up becomes guardian of his minors; when there is none, those without
     * an account go with him, for nobody is left who agreed to their being listed.
     */
    public boolean removeErased(HouseholdRef household, HouseholdMember leaving) {
        var family = members.list(household, actors.today());
        var heir = family.stream()
                .filter(one -> one.age() == AgeBand.ADULT && !one.id().equals(leaving.id()))
                .findFirst();
        for (var ward : family) {
            if (leaving.id().equals(ward.guardian())) {
                heir.ifPresentOrElse(
                        guardian -> members.setGuardian(household, ward.id(), guardian.id()),
                        () -> members.end(household, ward.id(), actors.today()));
            }
        }
        return isLast(family, leaving);
    }

    public HouseholdMember requireGuardian(HouseholdRef household, @Nullable UUID guardian) {
        return Optional.ofNullable(guardian)
                .flatMap(id -> find(household, id))
                .filter(found -> found.age() == AgeBand.ADULT)
                .orElseThrow(PeopleRefused.NoGuardian::new);
    }

    private void requireMinor(HouseholdRef household, NewMember member, int birthYear) {
        var thisYear = actors.today().getYear();
        if (birthYear < thisYear - OLDEST_MINOR || birthYear > thisYear) {
            throw new PeopleRefused.WrongBirthYear(thisYear - OLDEST_MINOR, thisYear);
        }
        requireGuardian(household, member.guardian());
        if (!member.agreed()) {
            throw new PeopleRefused.NotAgreed();
        }
    }

    private void requireRoom(HouseholdRef household) {
        if (members.list(household, actors.today()).size() >= HouseholdMembers.MOST_MEMBERS) {
            throw new PeopleRefused.TooManyMembers(HouseholdMembers.MOST_MEMBERS);
        }
    }

    private void insert(MemberStore.Row row) {
        members.insert(List.of(row), actors.today());
    }

    private static boolean isLast(List<HouseholdMember> family, HouseholdMember leaving) {
        return leaving.account() != null
                && family.stream()
                        .noneMatch(one -> one.account() != null && !one.id().equals(leaving.id()));
    }
}
