package org.zhuxi.governance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.zhuxi.testing.FormToken.csrf;

import org.hamcrest.Matchers;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.zhuxi.account.Accounts;
import org.zhuxi.governance.SharedWork.Consent;
import org.zhuxi.governance.SharedWork.Share;
import org.zhuxi.governance.SharedWork.State;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.Refused;
import org.zhuxi.platform.security.SignedIn;
import org.zhuxi.testing.World;
import org.zhuxi.testing.ZhuxiTest;

/** A lift from its shares to the decision of the owners. */
@ZhuxiTest
@Import(World.class)
class SharedWorkTests {

    private final SharedWorks works;
    private final Rolls rolls;
    private final Ballots ballots;
    private final Counts counts;
    private final Decisions decisions;
    private final Conventions conventions;
    private final Votes votes;
    private final JdbcClient jdbc;
    private final MockMvc web;
    private final World.Made made;
    private final Actor clerk;
    private final Actor resident;

    SharedWorkTests(
            SharedWorks works,
            Rolls rolls,
            Decisions decisions,
            Conventions conventions,
            Ballots ballots,
            Counts counts,
            JdbcClient jdbc,
            MockMvc web,
            World world,
            Accounts accounts) {
        this.works = works;
        this.rolls = rolls;
        this.ballots = ballots;
        this.counts = counts;
        this.decisions = decisions;
        this.conventions = conventions;
        this.votes = new Votes(decisions, jdbc);
        this.jdbc = jdbc;
        this.web = web;
        made = world.make(3);
        clerk = accounts.actorOf(made.username("clerk"));
        resident = accounts.actorOf(made.username("resident"));
    }

    private String dwelling(int number) {
        return made.dwellings().get(number);
    }

    private NewSharedWork typed(String rows) {
        return new NewSharedWork(
                made.communityCode(),
                SharedWork.Kind.LIFT,
                "加装电梯",
                "",
                10_000_001,
                1_000_000,
                300_000,
                NewSharedWork.GUANGZHOU,
                "",
                rows);
    }

    private SharedWork publicised() {
        rolls.enter(
                clerk,
                made.communityCode(),
                dwelling(0) + ", 79.99, A\n" + dwelling(1) + ", 80, B\n" + dwelling(2) + ", 80.5, C");
        var work = works.prepare(
                clerk,
                Ids.next(),
                typed(dwelling(0) + ", 1\n" + dwelling(1) + ", 2\n" + dwelling(2) + ", 3, 80.50"),
                Origin.SYNTHETIC);
        works.publicise(clerk, work.id());
        return work;
    }

    private void endDays(SharedWork work) {
        jdbc.sql("update governance.shared_work set objections_until = objections_until - 30 where id = :id")
                .param("id", work.id())
                .update();
    }

    private Decision voted(int matter) {
        var vote = votes.open(clerk, made.communityCode(), DecisionKind.OWNERS, matter, Voting.APPROVAL, 1);
        votes.rights(clerk, vote).forEach(it -> ballots.official(clerk, vote.id(), it.id(), Ids.next(), "YES"));
        votes.close(vote.id());
        counts.count(clerk, vote.id());
        return vote;
    }

    @Test
    void sharesTheCostByFloorAndTheRunningCostByAreaToTheFen() {
        var shares = works.story(clerk, publicised().id()).shares();
        assertThat(shares).extracting(Share::shareFen).containsExactly(0L, 2_987_552L, 6_012_449L);
        assertThat(shares).extracting(Share::areaCentiM2).containsExactly(7_999L, 8_000L, 8_050L);
        assertThat(shares.stream().mapToLong(Share::runningFen).sum()).isEqualTo(300_000);
        assertThat(shares).allMatch(it -> it.runningFen() > 99_000);
    }

    @Test
    void isAgreedToWhenNothingIsMissingAnyMore() {
        var work = publicised();
        var id = work.id();
        var objection = Ids.next();
        works.object(resident, id, objection, "挡光");
        works.object(resident, id, objection, "挡光");
        missing(work, null, "days");
        endDays(work);
        assertThatThrownBy(() -> works.object(resident, id, Ids.next(), "晚了"))
                .isInstanceOf(GovernanceRefused.WrongState.class);
        missing(work, null, "objections");
        works.answer(clerk, id, objection, "井道改用玻璃");
        assertThatThrownBy(() -> works.answer(clerk, id, objection, "再说"))
                .isInstanceOf(GovernanceRefused.Answered.class);
        works.sign(clerk, id, dwelling(0), Consent.AGREES, null);
        works.sign(clerk, id, dwelling(1), Consent.AGREES, null);
        works.sign(clerk, id, dwelling(2), Consent.DECLINES, null);
        missing(work, null, "signatures");
        works.sign(clerk, id, dwelling(2), Consent.AGREES, null);
        missing(work, null, "vote");
        missing(work, voted(9), "vote");
        var vote = voted(7);

        works.agree(clerk, id, vote.id());

        assertThat(works.get(id).state()).isEqualTo(State.AGREED);
        decisions.annul(clerk, vote.id(), "名册有误");
        assertThat(works.get(id).state()).isEqualTo(State.PUBLICISED);
        missing(work, vote, "vote");
        works.agree(clerk, id, voted(7).id());
        works.finish(clerk, id);
        assertThat(works.get(id).state()).isEqualTo(State.DONE);
        assertThatThrownBy(() -> works.withdraw(clerk, id, "不做了")).isInstanceOf(GovernanceRefused.WrongState.class);
        assertThat(works.story(clerk, id).objections()).hasSize(1);
    }

    private SharedWork signed() {
        var work = publicised();
        endDays(work);
        for (var i = 0; i < 3; i++) {
            works.sign(clerk, work.id(), dwelling(i), Consent.AGREES, null);
        }
        return work;
    }

    @Test
    void isNotAgreedToByAVoteThatAdoptedAConventionNorTheOtherWayRound() {
        var work = signed();
        var rules = conventions
                .begin(clerk, Ids.next(), made.communityCode(), Convention.Kind.OWNERS, "管理规约", Origin.SYNTHETIC, "")
                .id();
        conventions.draft(clerk, rules, "电梯：不运建材。");
        var first = voted(7);
        conventions.adopt(clerk, rules, first.id(), "", null);
        conventions.draft(clerk, rules, "电梯：不运建材，不停电动车。");
        var second = voted(7);
        missing(work, first, "vote");
        works.agree(clerk, work.id(), second.id());

        assertThatThrownBy(() -> conventions.adopt(clerk, rules, second.id(), "", null))
                .isInstanceOf(GovernanceRefused.NotAdopted.class);
    }

    @Test
    void isNotAgreedToByAVoteThatWasAnnouncedBeforeItWasDrawnUp() {
        publicised();
        var vote = voted(7);
        var work = signed();

        missing(work, vote, "vote");
        works.agree(clerk, work.id(), voted(7).id());
    }

    private void missing(SharedWork work, @org.jspecify.annotations.Nullable Decision vote, String what) {
        assertThatThrownBy(() -> works.agree(clerk, work.id(), vote == null ? null : vote.id()))
                .isInstanceOf(GovernanceRefused.NotAgreed.class)
                .hasMessageContaining("governance-work-" + what);
    }

    @Test
    void refusesWhatCannotBeShared() {
        assertThatThrownBy(() -> works.prepare(clerk, Ids.next(), typed(dwelling(0) + ", 1, 80"), Origin.SYNTHETIC))
                .isInstanceOf(GovernanceRefused.BadFloors.class);
        assertThatThrownBy(() -> works.prepare(clerk, Ids.next(), typed(dwelling(0) + ", 77, 80"), Origin.SYNTHETIC))
                .isInstanceOf(GovernanceRefused.BadFloors.class);
        assertThatThrownBy(() -> works.prepare(clerk, Ids.next(), typed(dwelling(0) + ", 2"), Origin.SYNTHETIC))
                .isInstanceOf(GovernanceRefused.BadRow.class);
        var twice = dwelling(0) + ", 2, 80\n" + dwelling(0) + ", 3, 80";
        assertThatThrownBy(() -> works.prepare(clerk, Ids.next(), typed(twice), Origin.SYNTHETIC))
                .isInstanceOf(GovernanceRefused.BadRow.class);
        assertThatThrownBy(() -> works.prepare(resident, Ids.next(), typed(dwelling(0) + ", 2, 80"), Origin.SYNTHETIC))
                .isInstanceOf(Refused.Forbidden.class);
    }

    @Test
    void showsSharesToThoseWhoLiveThereAlone() throws Exception {
        var id = publicised().id();
        web.perform(get("/governance/works/" + id))
                .andExpect(status().isOk())
                .andExpect(content().string(Matchers.not(Matchers.containsString(dwelling(1)))));
        web.perform(get("/governance/works/" + id).with(user(new SignedIn("r", "", true, resident))))
                .andExpect(content().string(Matchers.containsString(dwelling(1))));
        web.perform(get("/api/v1/works/" + id))
                .andExpect(status().isOk())
                .andExpect(content().string(Matchers.not(Matchers.containsString(dwelling(1)))));
        web.perform(get("/governance/works")).andExpect(status().isOk());
    }

    @Test
    void keepsWhatWasTypedAndShowsTheDesk() throws Exception {
        var desk = user(new SignedIn("c", "", true, clerk));
        web.perform(post("/work/shared-works")
                        .with(desk)
                        .with(csrf())
                        .param("place", made.communityCode())
                        .param("kind", "LIFT")
                        .param("title", "加梯的名字")
                        .param("costYuan", "1.234")
                        .param("rows", "x"))
                .andExpect(status().is(422))
                .andExpect(content().string(Matchers.containsString("加梯的名字")));
        var id = publicised().id();
        web.perform(get("/work/shared-works").with(desk).param("place", made.communityCode()))
                .andExpect(status().isOk());
        web.perform(get("/work/shared-works/" + id).with(desk))
                .andExpect(content().string(Matchers.containsString(dwelling(2))));
        web.perform(get("/work/shared-works/" + id + "/sheet").with(desk)).andExpect(status().isOk());
        web.perform(get("/work/shared-works/" + id + "/shares.csv").with(desk))
                .andExpect(content().string(Matchers.containsString("60124.49")));
        web.perform(post("/work/shared-works/" + id + "/agreement").with(desk).with(csrf()))
                .andExpect(status().is(409));
    }
}
