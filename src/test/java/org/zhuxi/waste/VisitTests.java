package org.zhuxi.waste;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.zhuxi.testing.FormToken.csrf;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.MockMvc;
import org.zhuxi.account.Accounts;
import org.zhuxi.activity.Activities;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.Refused;
import org.zhuxi.kernel.Role;
import org.zhuxi.place.Household;
import org.zhuxi.place.Places;
import org.zhuxi.place.Register;
import org.zhuxi.platform.security.SignedIn;
import org.zhuxi.testing.ZhuxiTest;
import org.zhuxi.waste.visit.FollowUp;
import org.zhuxi.waste.visit.NewVisit;
import org.zhuxi.waste.visit.Outcome;
import org.zhuxi.waste.visit.SortingSeen;
import org.zhuxi.waste.visit.Topic;
import org.zhuxi.waste.visit.VisitRound;
import org.zhuxi.waste.visit.VisitRounds;
import org.zhuxi.waste.visit.Visits;

@ZhuxiTest
class VisitTests {

    private final MockMvc web;
    private final VisitRounds rounds;
    private final Visits visits;
    private final Activities activities;
    private final Inspections inspections;
    private final Places places;
    private final Neighbourhood here;
    private final Actor volunteer;
    private final LocalDate today = LocalDate.now(Neighbourhood.ZONE);

    VisitTests(
            MockMvc web,
            VisitRounds rounds,
            Visits visits,
            Activities activities,
            Inspections inspections,
            Places places,
            Stations stations,
            Register register,
            Accounts accounts) {
        this.web = web;
        this.rounds = rounds;
        this.visits = visits;
        this.activities = activities;
        this.inspections = inspections;
        this.places = places;
        var builder = new Neighbourhood.Builder(register, accounts, stations);
        here = builder.build(6, 2);
        volunteer = builder.person("volunteer", here.code(), here.path(), Role.VOLUNTEER);
    }

    @Test
    void goesFromDoorToDoorInOrderAndCountsEachVisitOnce() {
        var round = plan(VisitRound.Source.ALL);
        var first = rounds.next(volunteer, round, 0).orElseThrow();
        assertThat(first.door()).isEqualTo(here.big().getFirst().label());
        var visit = visit(here.big().getFirst(), round, Outcome.MET, true);

        assertThat(visits.record(volunteer, visit)).isFalse();
        assertThat(visits.record(volunteer, visit)).isTrue();

        assertThat(rounds.next(volunteer, round, 0).orElseThrow().position()).isEqualTo(2);
        assertThat(rounds.next(volunteer, round, 7).orElseThrow().position()).isEqualTo(8);
        assertThat(rounds.get(volunteer, round.id()).visited()).isEqualTo(1);
        var record = activities.get(here.clerk(), Ids.derived(visit.id(), "visit"));
        assertThat(record.household()).isEqualTo(here.big().getFirst().ref().id());
        assertThat(record.note()).isNull();
    }

    @Test
    void callsAgainWhereNobodyWasAtHomeAndNeverWhereItIsNotWanted() {
        visits.record(volunteer, visit(here.big().get(0), null, Outcome.ABSENT, true));
        visits.record(volunteer, visit(here.big().get(1), null, Outcome.REFUSED, false));

        assertThat(visits.again(volunteer, here.community(), today.plusDays(7)))
                .extracting(FollowUp::door)
                .containsExactly(here.big().getFirst().label());
        assertThat(visits.again(volunteer, here.community(), today.plusDays(6))).isEmpty();
        assertThat(plan(VisitRound.Source.ALL).stops()).isEqualTo(7);
        visits.record(volunteer, visit(here.big().get(0), null, Outcome.MET, true));
        assertThat(visits.again(volunteer, here.community(), today.plusDays(30)))
                .isEmpty();
    }

    @Test
    void plansTheDoorsNobodyHasReachedOrWhereSortingIsPoor() {
        visits.record(volunteer, visit(here.big().getFirst(), null, Outcome.MET, true));
        inspections.record(here.steward(), here.inspection(here.big().get(3), 4, 1));

        assertThat(plan(VisitRound.Source.NOT_REACHED).stops()).isEqualTo(7);
        var poor = plan(VisitRound.Source.POOR_SORTING);
        assertThat(rounds.next(volunteer, poor, 0).orElseThrow().door())
                .isEqualTo(here.big().get(3).label());
        assertThat(poor.stops()).isEqualTo(1);
    }

    @Test
    void showsABeforeAndAfterLineForABuildingAndWithholdsSmallOnes() {
        var round = plan(VisitRound.Source.ALL);
        here.big().forEach(household -> visits.record(volunteer, visit(household, round, Outcome.MET, true)));
        visits.record(volunteer, visit(here.small().getFirst(), round, Outcome.MET, true));
        inspections.record(here.steward(), here.inspection(here.big().getFirst(), 4, 3));

        assertThat(rounds.results(here.steward(), round))
                .satisfiesExactly(
                        big -> {
                            assertThat(big.households()).isEqualTo(6);
                            assertThat(big.after().percent().orElseThrow()).isEqualByComparingTo("75");
                            assertThat(big.before().percent()).isEmpty();
                        },
                        small -> assertThat(small.suppressed()).isTrue());
        assertThat(rounds.results(here.clerk(), round)).noneMatch(line -> line.suppressed());
    }

    @Test
    void keepsWordsForTheTeam() throws Exception {
        var visit = visit(here.big().getFirst(), null, Outcome.MET, true);
        visits.record(volunteer, visit);

        assertThat(visits.ofHousehold(volunteer, here.big().getFirst().ref(), 5))
                .singleElement()
                .satisfies(kept -> assertThat(kept.note()).isEqualTo("只给行动队看"));
        var finance = new Actor(
                Ids.next(), "x", Set.of(), Set.of(here.big().getFirst().ref()), null);
        assertThatThrownBy(
                        () -> visits.ofHousehold(finance, here.big().getFirst().ref(), 5))
                .isInstanceOf(Refused.Forbidden.class);
        web.perform(get("/activities/" + Ids.derived(visit.id(), "visit")))
                .andExpect(content().string(org.hamcrest.Matchers.not(containsString("只给行动队看"))));
    }

    @Test
    void refusesBadAnswersAndKeepsWhatWasTyped() throws Exception {
        web.perform(post("/field/visits")
                        .param("household", here.big().getFirst().ref().id().toString())
                        .param("id", Ids.next().toString())
                        .param("position", "1")
                        .param("question", "骨头算什么")
                        .param("followUpOn", "明天")
                        .param("outcome", "MET")
                        .with(user(new SignedIn("v", "", true, volunteer)))
                        .with(csrf()))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("value=\"骨头算什么\"")));
        assertThatThrownBy(() -> visits.record(
                        volunteer,
                        new NewVisit(
                                Ids.next(),
                                here.big().getFirst().ref().id(),
                                null,
                                Instant.now().minus(Duration.ofMinutes(1)),
                                Outcome.MET,
                                Set.of(),
                                false,
                                false,
                                null,
                                true,
                                today.minusDays(2),
                                "",
                                "")))
                .isInstanceOf(WasteRefused.Unreadable.class);
    }

    private VisitRound plan(VisitRound.Source source) {
        var at = places.findByPath(here.path()).orElseThrow();
        var wanted = new VisitRounds.Plan("试一轮", source, today.plusDays(14), 40);
        return rounds.plan(here.clerk(), at, wanted, Origin.SYNTHETIC);
    }

    private static NewVisit visit(Household household, @Nullable VisitRound round, Outcome outcome, boolean mayReturn) {
        return new NewVisit(
                Ids.next(),
                household.ref().id(),
                round == null ? null : round.id(),
                Instant.now().minusSeconds(30),
                outcome,
                Set.of(Topic.FOUR_CLASSES),
                true,
                false,
                SortingSeen.MIXED,
                mayReturn,
                null,
                "",
                "只给行动队看");
    }
}
