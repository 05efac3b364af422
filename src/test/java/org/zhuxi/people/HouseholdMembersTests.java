package org.zhuxi.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhuxi.account.Accounts;
import org.zhuxi.account.AgeBand;
import org.zhuxi.account.AuditTrail;
import org.zhuxi.account.Consents;
import org.zhuxi.account.HouseholdMember;
import org.zhuxi.account.HouseholdMembers;
import org.zhuxi.account.NewMember;
import org.zhuxi.account.PeopleRefused;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.Refused;
import org.zhuxi.place.Places;
import org.zhuxi.points.Points;
import org.zhuxi.testing.World;
import org.zhuxi.testing.ZhuxiTest;

@ZhuxiTest
@Import(World.class)
class HouseholdMembersTests {

    private final World worlds;
    private final Accounts accounts;
    private final HouseholdMembers members;
    private final Consents consents;
    private final AuditTrail trail;
    private final Places places;
    private final Points points;
    private final JdbcClient jdbc;
    private World.Made world;
    private Family family;

    HouseholdMembersTests(
            World worlds,
            Accounts accounts,
            HouseholdMembers members,
            Consents consents,
            AuditTrail trail,
            Places places,
            Points points,
            JdbcClient jdbc) {
        this.worlds = worlds;
        this.accounts = accounts;
        this.members = members;
        this.consents = consents;
        this.trail = trail;
        this.places = places;
        this.points = points;
        this.jdbc = jdbc;
    }

    @BeforeEach
    void settle() {
        world = worlds.make(3);
        family = Family.in(world, 1, accounts);
    }

    @Test
    void theHeadAddsAGrandmotherWithoutAnAccount() {
        members.add(family.head(accounts), family.id(), adult("奶奶"));

        assertThat(members.list(family.head(accounts), family.id()))
                .extracting(HouseholdMember::name)
                .containsExactly(family.name(), "奶奶");
    }

    @Test
    void aChildNeedsAGuardianWhoAgrees() {
        var head = family.head(accounts);
        var guardian = family.headMember(members, accounts);
        var grandmother = members.add(head, family.id(), adult("奶奶"));
        var year = Family.childsYear();

        assertThatThrownBy(() -> add(new NewMember("小宝", year, null, true, Origin.SYNTHETIC)))
                .isInstanceOf(PeopleRefused.NoGuardian.class);
        assertThatThrownBy(() -> add(new NewMember("小宝", year, guardian, false, Origin.SYNTHETIC)))
                .isInstanceOf(PeopleRefused.NotAgreed.class);
        assertThatThrownBy(() -> add(new NewMember("小宝", 1950, grandmother, true, Origin.SYNTHETIC)))
                .isInstanceOf(PeopleRefused.WrongBirthYear.class);
        assertThatThrownBy(() -> add(adult(" "))).isInstanceOf(PeopleRefused.WrongNickname.class);
    }

    @Test
    void theGuardianDecidesForTheChildAndTheChildGoesWhenHeTakesItBack() {
        var child = family.child(members, accounts);
        assertThat(consents.has(child, "child")).isTrue();

        consents.withdraw(family.head(accounts), child, "child");

        assertThat(consents.has(child, "child")).isFalse();
        assertThat(members.list(family.head(accounts), family.id()))
                .extracting(HouseholdMember::id)
                .doesNotContain(child);
        assertThat(jdbc.sql("select nickname is null and birth_year is null from account.household_member where id = ?")
                        .param(child)
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void aYearOfBirthNeverMakesSomebodyOlderThanHeIs() {
        var day = LocalDate.of(2026, 12, 31);

        assertThat(AgeBand.of(2012, day)).isEqualTo(AgeBand.UNDER_14);
        assertThat(AgeBand.of(2012, day.plusDays(1))).isEqualTo(AgeBand.FROM_14_TO_17);
        assertThat(AgeBand.of(2008, day)).isEqualTo(AgeBand.FROM_14_TO_17);
        assertThat(AgeBand.of(2008, day.plusDays(1))).isEqualTo(AgeBand.ADULT);
        assertThat(AgeBand.of(null, day)).isEqualTo(AgeBand.ADULT);
    }

    @Test
    void aGuardianCannotLeaveTheChildrenBehind() {
        family.child(members, accounts);
        var head = family.headMember(members, accounts);

        assertThatThrownBy(() -> members.remove(family.head(accounts), family.id(), head))
                .isInstanceOf(PeopleRefused.StillGuardian.class);
    }

    @Test
    void aCodeBringsSomebodyWithAnAccountIntoTheHouseholdOnce() {
        var code = members.invite(family.head(accounts), family.id(), null);
        var guest = accounts.actorOf(world.username("steward"));

        members.join(guest, code.toLowerCase(java.util.Locale.ROOT).replace("-", " "));

        assertThat(accounts.actorOf(world.username("steward")).belongsTo(family.household()))
                .isTrue();
        assertThat(points.account(accounts.actorOf(world.username("steward")), family.id())
                        .balance())
                .isZero();
        assertThatThrownBy(() -> members.join(accounts.actorOf(world.username("verifier")), code))
                .isInstanceOf(PeopleRefused.WrongInvitation.class);
    }

    @Test
    void aCodeEndsAfterThreeDays() {
        var code = members.invite(family.head(accounts), family.id(), null);
        var guest = accounts.actorOf(world.username("steward"));
        jdbc.sql(
                        "update account.household_invitation set expires_at = expires_at - interval '3 days' where household_id = :id")
                .param("id", family.id())
                .update();

        assertThatThrownBy(() -> members.join(guest, code)).isInstanceOf(PeopleRefused.WrongInvitation.class);
    }

    @Test
    void somebodyWithoutAnAccountTakesHisPlaceWhenHeGetsOne() {
        var brother = members.add(family.head(accounts), family.id(), adult("哥哥"));
        var code = members.invite(family.head(accounts), family.id(), brother);

        members.join(accounts.actorOf(world.username("verifier")), code);

        assertThat(members.list(family.head(accounts), family.id()))
                .filteredOn(member -> member.id().equals(brother))
                .allMatch(member -> member.account() != null && member.name().equals("审核员"));
    }

    @Test
    void whoLeavesSeesTheHouseholdNoMoreAndThePointsStay() {
        var code = members.invite(family.head(accounts), family.id(), null);
        var guest = world.username("steward");
        members.join(accounts.actorOf(guest), code);
        var own = members.list(accounts.actorOf(guest), family.id()).stream()
                .filter(member -> accounts.actorOf(guest).account().equals(member.account()))
                .findFirst()
                .orElseThrow();

        members.remove(accounts.actorOf(guest), family.id(), own.id());

        assertThat(accounts.actorOf(guest).households()).isEmpty();
        assertThatThrownBy(() -> members.list(accounts.actorOf(guest), family.id()))
                .isInstanceOf(Refused.Forbidden.class);
        assertThat(points.account(family.head(accounts), family.id()).balance()).isZero();
    }

    @Test
    void neighboursNeitherSeeNorChange() {
        var neighbour = accounts.actorOf(world.username("resident"));

        assertThatThrownBy(() -> members.list(neighbour, family.id())).isInstanceOf(Refused.Forbidden.class);
        assertThatThrownBy(() -> members.add(neighbour, family.id(), adult("谁")))
                .isInstanceOf(Refused.Forbidden.class);
        assertThatThrownBy(() -> trail.looks(neighbour, family.id(), 10, null)).isInstanceOf(Refused.NotFound.class);
    }

    @Test
    void aTokenOfAMemberReadsTheRegisterWithItsScopeAlone() {
        var head = family.head(accounts);
        var elsewhere = limited(head, "places:read");
        assertThatThrownBy(() -> places.getHousehold(elsewhere, family.id())).isInstanceOf(Refused.Forbidden.class);
        assertThat(places.getHousehold(limited(head, "households:read"), family.id())
                        .ref()
                        .id())
                .isEqualTo(family.id());
    }

    private static Actor limited(Actor member, String scope) {
        return new Actor(member.accountId(), member.name(), Set.of(), member.households(), Set.of(scope));
    }

    @Test
    void theHouseholdSeesWhoLookedWhenAndAtWhat() {
        var clerk = accounts.actorOf(world.username("clerk"));
        places.getHousehold(clerk, family.id());
        places.getHousehold(family.head(accounts), family.id());
        points.account(accounts.actorOf(world.username("steward")), family.id());
        places.listHouseholds(clerk, world.path(), null, 10, null);

        assertThat(trail.looks(family.head(accounts), family.id(), 10, null).items())
                .extracting(entry -> entry.name() + " " + entry.action() + " " + entry.detail())
                .containsExactly(
                        "社工 household.list 3 households", "督导员 household.read points", "社工 household.read register");
    }

    @Test
    void consentIsRememberedWordByWordAndLaterTextsAskAnew() {
        var head = family.head(accounts);
        consents.give(head, head.account(), "contact");
        consents.give(head, head.account(), "contact");
        consents.withdraw(head, head.account(), "contact");
        var clerk = accounts.actorOf(world.username("clerk"));
        consents.noteOnPaper(clerk, head.account(), "contact", true, "档案盒 3");

        assertThat(consents.history(head, head.account()))
                .extracting(event -> event.given() + " " + event.way())
                .containsExactly("true PAPER", "false SELF", "true SELF");
        assertThat(consents.has(head.account(), "contact")).isTrue();
        assertThat(consents.has(head.account(), "service")).isTrue();
        assertThatThrownBy(() -> consents.withdraw(head, head.account(), "service"))
                .isInstanceOf(PeopleRefused.NoSuchConsent.class);
        assertThatThrownBy(() -> consents.noteOnPaper(clerk, head.account(), "contact", false, " "))
                .isInstanceOf(PeopleRefused.NoteMissing.class);
        assertThatThrownBy(() -> consents.give(accounts.actorOf(world.username("steward")), head.account(), "contact"))
                .isInstanceOf(Refused.Forbidden.class);
        for (var change :
                List.of("update account.consent_event set given = not given", "delete from account.consent_event")) {
            assertThatThrownBy(() -> jdbc.sql(change).update()).rootCause().hasMessageContaining("append-only");
        }
    }

    private UUID add(NewMember member) {
        return members.add(family.head(accounts), family.id(), member);
    }

    private static NewMember adult(String nickname) {
        return new NewMember(nickname, null, null, false, Origin.SYNTHETIC);
    }
}
