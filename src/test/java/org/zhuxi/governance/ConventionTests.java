package org.zhuxi.governance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.zhuxi.testing.FormToken.csrf;

import java.util.List;
import java.util.UUID;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.zhuxi.account.Accounts;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.Refused;
import org.zhuxi.platform.security.SignedIn;
import org.zhuxi.testing.World;
import org.zhuxi.testing.ZhuxiTest;

/** A convention from the draft through comments and adoption to its next version. */
@ZhuxiTest
@Import(World.class)
class ConventionTests {

    private static final String FIRST = "养犬：牵绳，清理。\n安静：22 时后轻声。\n停车";
    private static final String SECOND = "养犬：牵绳，清理，打疫苗。\n停车\n垃圾：分类。";

    private final Conventions conventions;
    private final Ballots ballots;
    private final Counts counts;
    private final Decisions decisions;
    private final JdbcClient jdbc;
    private final Votes votes;
    private final MockMvc web;
    private final World.Made made;
    private final Actor clerk;
    private final Actor resident;

    ConventionTests(
            Conventions conventions,
            Decisions decisions,
            Ballots ballots,
            Counts counts,
            JdbcClient jdbc,
            MockMvc web,
            World world,
            Accounts accounts) {
        this.conventions = conventions;
        this.ballots = ballots;
        this.counts = counts;
        this.decisions = decisions;
        this.jdbc = jdbc;
        this.votes = new Votes(decisions, jdbc);
        this.web = web;
        made = world.make(2);
        clerk = accounts.actorOf(made.username("clerk"));
        resident = accounts.actorOf(made.username("resident"));
    }

    private Convention begun() {
        return conventions.begin(
                clerk, Ids.next(), made.communityCode(), Convention.Kind.RESIDENTS, "居民公约", Origin.SYNTHETIC, "");
    }

    @Test
    void isDraftedTalkedOverAdoptedByAVoteAndChanged() {
        var id = begun().id();
        assertThat(conventions.draft(clerk, id, "养犬")).isEqualTo(1);
        assertThat(conventions.draft(clerk, id, FIRST)).isEqualTo(1);
        conventions.remark(resident, id, Ids.next(), 2, "改成 21 时");
        var vote = votes.open(clerk, made.communityCode(), DecisionKind.ASSEMBLY);
        assertThatThrownBy(() -> conventions.adopt(clerk, id, vote.id(), "", null))
                .isInstanceOf(GovernanceRefused.NotAdopted.class);
        votes.rights(clerk, vote).forEach(it -> ballots.official(clerk, vote.id(), it.id(), Ids.next(), "YES"));
        votes.close(vote.id());
        counts.count(clerk, vote.id());
        conventions.adopt(clerk, id, vote.id(), "", null);
        assertThatThrownBy(() -> conventions.remark(resident, id, Ids.next(), 1, "晚了"))
                .isInstanceOf(GovernanceRefused.NoDraft.class);

        assertThat(conventions.draft(clerk, id, SECOND)).isEqualTo(2);
        assertThatThrownBy(() -> conventions.adopt(clerk, id, vote.id(), "", null))
                .isInstanceOf(GovernanceRefused.NotAdopted.class);
        conventions.adopt(clerk, id, null, "居民会议通过", null);

        var story = conventions.story(id, null).orElseThrow();
        assertThat(story.version().state()).isEqualTo(Convention.State.IN_FORCE);
        assertThat(story.changes())
                .extracting(it -> it.clause().topic() + " " + it.how())
                .containsExactly("养犬 CHANGED", "停车 SAME", "垃圾 ADDED", "安静 REMOVED");
        assertThat(story.changes().getFirst().pieces()).contains(new Convention.Piece(Convention.How.ADDED, "，打疫苗"));
        var first = conventions.story(id, 1).orElseThrow();
        assertThat(first.version().state()).isEqualTo(Convention.State.SUPERSEDED);
        assertThat(first.clauses()).hasSize(3);
        assertThat(first.remarks()).singleElement().extracting(it -> it.topic()).isEqualTo("安静");
        conventions.appraise(clerk, id, 2026, "养犬做到了");
        conventions.appraise(clerk, id, 2026, "养犬做到了，停车还要说");
        assertThat(conventions.story(id, null).orElseThrow().appraisals())
                .containsExactly(new Convention.Appraisal(2026, "养犬做到了，停车还要说"));
    }

    @Test
    void whatAnAnnulledVoteAdoptedIsInForceNoMore() throws Exception {
        var id = begun().id();
        conventions.draft(clerk, id, FIRST);
        conventions.adopt(clerk, id, null, "居民会议通过", null);
        conventions.draft(clerk, id, SECOND);
        var vote = votes.open(clerk, made.communityCode(), DecisionKind.ASSEMBLY);
        votes.rights(clerk, vote).forEach(it -> ballots.official(clerk, vote.id(), it.id(), Ids.next(), "YES"));
        votes.close(vote.id());
        counts.count(clerk, vote.id());
        conventions.adopt(clerk, id, vote.id(), "", null);
        assertThat(standing(id)).containsExactly(1, 2);

        decisions.annul(clerk, vote.id(), "名单有误");

        var story = conventions.story(id, null).orElseThrow();
        assertThat(story.version().number()).isEqualTo(1);
        assertThat(story.versions())
                .extracting(Convention.Version::state)
                .containsExactly(Convention.State.ANNULLED, Convention.State.IN_FORCE);
        assertThat(standing(id)).containsExactly(1);
        web.perform(get("/governance/conventions/" + id + "?version=2"))
                .andExpect(content().string(Matchers.containsString("表决已撤销")));
        assertThat(conventions.draft(clerk, id, SECOND)).isEqualTo(3);
    }

    /** Versions whose coming into force counts. */
    private List<Integer> standing(UUID id) {
        return jdbc.sql("""
                        select part
                        from governance.act
                        where community_id = :community
                        and subject = :id
                        and kind = 'convention.adopted'
                        and withdrawn_at is null
                        order by part
                        """)
                .param("community", made.community().value())
                .param("id", id)
                .query(Integer.class)
                .list();
    }

    @Test
    void isNotAdoptedByAVoteOnOtherWords() {
        var id = begun().id();
        conventions.draft(clerk, id, FIRST);
        var vote = votes.open(clerk, made.communityCode(), DecisionKind.ASSEMBLY);
        conventions.draft(clerk, id, SECOND);
        votes.rights(clerk, vote).forEach(it -> ballots.official(clerk, vote.id(), it.id(), Ids.next(), "YES"));
        votes.close(vote.id());
        counts.count(clerk, vote.id());
        assertThatThrownBy(() -> conventions.adopt(clerk, id, vote.id(), "", null))
                .isInstanceOf(GovernanceRefused.NotAdopted.class);
        assertThatThrownBy(() -> conventions.appraise(clerk, id, 2026, "早了"))
                .isInstanceOf(GovernanceRefused.NotInForce.class);
    }

    @Test
    void refusesStrangersAndClausesThatStandTwice() {
        var id = begun().id();
        assertThatThrownBy(() -> conventions.draft(clerk, id, "养犬\n养犬"))
                .isInstanceOf(GovernanceRefused.BadClause.class);
        assertThatThrownBy(() -> conventions.draft(resident, id, "养犬")).isInstanceOf(Refused.Forbidden.class);
        assertThatThrownBy(() -> conventions.adopt(clerk, id, null, "x", null))
                .isInstanceOf(GovernanceRefused.NoDraft.class);
    }

    @Test
    void keepsWhatWasTypedAndShowsThePages() throws Exception {
        var id = begun().id();
        var desk = new SignedIn("c", "", true, clerk);
        web.perform(get("/governance/conventions/" + id)).andExpect(status().isOk());
        web.perform(post("/work/conventions/" + id + "/drafts")
                        .with(user(desk))
                        .with(csrf())
                        .param("clauses", "养犬\n养犬"))
                .andExpect(status().is(422))
                .andExpect(content().string(Matchers.containsString("养犬\n养犬")));
        conventions.draft(clerk, id, FIRST);
        web.perform(get("/work/conventions/" + id).with(user(desk))).andExpect(status().isOk());
        web.perform(get("/work/conventions").with(user(desk)).param("place", made.communityCode()))
                .andExpect(status().isOk());
        web.perform(get("/governance/conventions")).andExpect(status().isOk());
        web.perform(get("/governance/conventions/" + id))
                .andExpect(content().string(Matchers.containsString("22 时后轻声")));
        web.perform(get("/api/v1/conventions/" + id)).andExpect(status().isOk());
    }
}
