package org.zhuxi.governance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.zhuxi.testing.FormToken.csrf;

import java.time.Instant;
import java.util.UUID;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.MockMvc;
import org.zhuxi.account.Accounts;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Mistyped;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.Refused;
import org.zhuxi.platform.security.SignedIn;
import org.zhuxi.testing.World;
import org.zhuxi.testing.ZhuxiTest;

/** An idea from the first word to the result that everybody is told. */
@ZhuxiTest
@Import(World.class)
class IdeaTests {

    private final Ideas ideas;
    private final IdeaRemarks remarks;
    private final Meetings meetings;
    private final MockMvc web;
    private final World.Made made;
    private final Actor clerk;
    private final Actor resident;

    IdeaTests(Ideas ideas, IdeaRemarks remarks, Meetings meetings, MockMvc web, World world, Accounts accounts) {
        this.ideas = ideas;
        this.remarks = remarks;
        this.meetings = meetings;
        this.web = web;
        made = world.make(2);
        clerk = accounts.actorOf(made.username("clerk"));
        resident = accounts.actorOf(made.username("resident"));
    }

    private Idea raise(String title) {
        return ideas.raise(resident, Ids.next(), new NewIdea(made.communityCode(), title, "晚上看不清"), Origin.SYNTHETIC);
    }

    private void step(UUID id, IdeaStage to, String words) {
        ideas.step(clerk, id, new NewStep(to, words, null));
    }

    private Meeting hold(UUID idea, MeetingKind kind) {
        var called = meetings.call(
                clerk,
                Ids.next(),
                new NewMeeting(null, idea, null, kind, "会", Instant.now(), "", true),
                Origin.SYNTHETIC);
        meetings.attend(resident, called.id(), called.checkIn().toLowerCase(java.util.Locale.ROOT), false);
        meetings.attend(resident, called.id(), called.checkIn(), true);
        return meetings.hold(
                clerk, called.id(), new Minutes("各方同意", 12, 3, kind == MeetingKind.EVALUATION ? 10 : null, 1, 1));
    }

    @Test
    void goesFromTheFirstWordToTheResult() {
        var id = raise("三栋路灯不亮").id();
        ideas.support(resident, id);
        ideas.support(resident, id);
        var remark = Ids.next();
        remarks.remark(resident, id, remark, Remark.Kind.AMENDMENT, "改成感应灯");
        remarks.advise(clerk, id, Ids.next(), "电气工程师", "用 3000 K 的灯");
        step(id, IdeaStage.ON_AGENDA, "");
        assertThatThrownBy(() -> step(id, IdeaStage.HEARD, "")).isInstanceOf(GovernanceRefused.NoMeeting.class);
        assertThat(hold(id, MeetingKind.HEARING).signedIn()).isEqualTo(1);
        step(id, IdeaStage.HEARD, "");
        hold(id, MeetingKind.COORDINATION);
        step(id, IdeaStage.COORDINATED, "");
        remarks.answer(clerk, id, remark, Remark.Answer.ADOPTED, "省电");
        assertThatThrownBy(() -> remarks.answer(clerk, id, remark, Remark.Answer.NOT, "x"))
                .isInstanceOf(GovernanceRefused.Answered.class);
        step(id, IdeaStage.DECIDED, "换八盏感应灯");
        step(id, IdeaStage.IN_HAND, "物业月底前换");
        step(id, IdeaStage.DONE, "八盏都亮了");
        hold(id, MeetingKind.EVALUATION);
        step(id, IdeaStage.EVALUATED, "");
        step(id, IdeaStage.CLOSED, "路灯换好，谢谢大家。");

        var story = ideas.story(id);
        assertThat(story.idea().result()).contains("路灯换好");
        assertThat(story.idea().supporters()).isEqualTo(1);
        assertThat(story.steps()).extracting(IdeaStep::stage).containsExactlyElementsOf(IdeaStage.way());
        assertThat(ideas.own(resident)).extracting(Idea::id).contains(id);
        assertThatThrownBy(() -> ideas.support(resident, id)).isInstanceOf(GovernanceRefused.Ended.class);
    }

    @Test
    void isRaisedByNeighboursAlone() {
        var stranger = new Actor(Ids.next(), "x", java.util.Set.of(), java.util.Set.of(), null);
        var typed = new NewIdea(made.communityCode(), "x", "");
        assertThatThrownBy(() -> ideas.raise(stranger, Ids.next(), typed, Origin.SYNTHETIC))
                .isInstanceOf(Refused.Forbidden.class);
        assertThatThrownBy(() -> ideas.step(resident, raise("甲").id(), new NewStep(IdeaStage.ON_AGENDA, "", null)))
                .isInstanceOf(Refused.Forbidden.class);
        var own = raise("乙").id();
        assertThat(ideas.step(resident, own, new NewStep(IdeaStage.WITHDRAWN, "", null))
                        .stage())
                .isEqualTo(IdeaStage.WITHDRAWN);
        assertThatThrownBy(() ->
                        ideas.raise(resident, Ids.next(), new NewIdea(made.communityCode(), " ", ""), Origin.SYNTHETIC))
                .isInstanceOf(Mistyped.Missing.class);
    }

    @Test
    void hintsAtIdeasThatSoundAlike() {
        raise("小区门口积水");
        assertThat(ideas.alike(made.communityCode(), "门口积水怎么办")).hasSize(1);
        assertThat(ideas.alike(made.communityCode(), "加装电梯")).isEmpty();
    }

    @Test
    void keepsWhatWasTypedAndShowsThePages() throws Exception {
        var signedIn = new SignedIn("r", "", true, resident);
        var desk = new SignedIn("c", "", true, clerk);
        raise("门口的路灯坏了");
        web.perform(get("/me/ideas/new")
                        .with(user(signedIn))
                        .param("place", made.communityCode())
                        .param("title", "路灯坏了怎么办"))
                .andExpect(status().isOk())
                .andExpect(content().string(Matchers.containsString("门口的路灯坏了")));
        web.perform(post("/me/ideas")
                        .with(user(signedIn))
                        .with(csrf())
                        .param("place", "nowhere")
                        .param("title", "换路灯")
                        .param("words", "看不清"))
                .andExpect(status().is(422))
                .andExpect(content().string(Matchers.containsString("换路灯")));
        var id = raise("换灯泡").id();
        remarks.remark(resident, id, Ids.next(), Remark.Kind.COMMENT, "<script>alert(1)</script>");
        web.perform(get("/governance/ideas/" + id).with(user(signedIn)))
                .andExpect(status().isOk())
                .andExpect(content().string(Matchers.not(Matchers.containsString("<script>alert"))));
        for (var path : new String[] {"/governance", "/governance/recount"}) {
            web.perform(get(path)).andExpect(status().isOk());
        }
        for (var path : new String[] {"/me/governance", "/me/ideas/new"}) {
            web.perform(get(path).with(user(signedIn))).andExpect(status().isOk());
        }
        for (var path : new String[] {
            "/work/ideas",
            "/work/ideas.csv",
            "/work/ideas/" + id,
            "/work/decisions",
            "/work/decisions/new",
            "/work/owners-roll"
        }) {
            web.perform(get(path).with(user(desk)).param("place", made.communityCode()))
                    .andExpect(status().isOk());
        }
    }
}
