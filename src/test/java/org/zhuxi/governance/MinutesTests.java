package org.zhuxi.governance;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.zhuxi.testing.FormToken.csrf;

import java.time.Instant;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.zhuxi.account.Accounts;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Origin;
import org.zhuxi.platform.security.SignedIn;
import org.zhuxi.testing.World;
import org.zhuxi.testing.ZhuxiTest;

/** Minutes are corrected and meetings struck off on the page and by programs, and everybody sees it. */
@ZhuxiTest
@Import(World.class)
class MinutesTests {

    private final MockMvc web;
    private final RequestPostProcessor desk;
    private final Idea idea;
    private final Meeting meeting;

    MinutesTests(Ideas ideas, Meetings meetings, MockMvc web, World world, Accounts accounts) {
        this.web = web;
        var made = world.make(1);
        var clerk = accounts.actorOf(made.username("clerk"));
        desk = user(new SignedIn("c", "", true, clerk));
        idea = ideas.raise(clerk, Ids.next(), new NewIdea(made.communityCode(), "花坛补种", ""), Origin.RECORDED);
        meeting = meetings.call(
                clerk,
                Ids.next(),
                new NewMeeting(null, idea.id(), null, MeetingKind.EVALUATION, "花坛评议会", Instant.now(), "", true),
                Origin.RECORDED);
        meetings.hold(clerk, meeting.id(), new Minutes("大家满意", 12, 3, 9, 1, 2));
    }

    private ResultActions correct(String onSite, String reason) throws Exception {
        return web.perform(post("/work/ideas/" + idea.id() + "/meetings/" + meeting.id() + "/correction")
                .with(desk)
                .with(csrf())
                .param("minutes", "大家满意，扶手要补漆")
                .param("personsOnSite", onSite)
                .param("personsOnline", "3")
                .param("satisfied", "9")
                .param("reason", reason));
    }

    private ResultActions call(String what, String json) throws Exception {
        return web.perform(post("/api/v1/ideas/" + idea.id() + "/meetings/" + meeting.id() + "/" + what)
                .with(desk)
                .with(csrf())
                .contentType(MediaType.APPLICATION_JSON)
                .content(json));
    }

    @Test
    void thePageCorrectsMinutesAndShowsWhatStoodBefore() throws Exception {
        web.perform(get("/work/ideas/" + idea.id()).with(desk))
                .andExpect(content().string(Matchers.containsString("更正或作废“花坛评议会”的记录")));
        correct("13", "").andExpect(status().is(422)).andExpect(content().string(Matchers.containsString("扶手要补漆")));
        correct("x", "数错了").andExpect(status().is(422));
        correct("13", "签到簿数错了").andExpect(status().is3xxRedirection());
        web.perform(get("/governance/ideas/" + idea.id()))
                .andExpect(content().string(Matchers.containsString("签到簿数错了")))
                .andExpect(content().string(Matchers.containsString("原来：现场 12 人，线上 3 人。")))
                .andExpect(content().string(Matchers.containsString("id=\"" + meeting.id() + "\"")));
    }

    @Test
    void programsCorrectAndStrikeOffWithAReason() throws Exception {
        var minutes = "{\"words\":\"改\",\"personsOnSite\":8,\"satisfied\":6}";
        call("correction", "{\"minutes\":" + minutes + "}")
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.errors[0].field").value("reason"));
        call("correction", "{\"reason\":\"数错\"}")
                .andExpect(jsonPath("$.errors[0].field").value("minutes"));
        call("correction", "{\"minutes\":" + minutes + ",\"reason\":\"数错\"}")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.meetings[0].personsOnSite").value(8))
                .andExpect(jsonPath("$.revisions[0].personsOnSite").value(12));
        call("striking", "{\"reason\":\"没有开成\"}")
                .andExpect(jsonPath("$.meetings[0].state").value("STRUCK"))
                .andExpect(jsonPath("$.revisions.length()").value(2));
        call("striking", "{\"reason\":\"再来\"}").andExpect(status().isConflict());
        call("cancellation", "{}").andExpect(status().isConflict());
        web.perform(get("/governance/ideas/" + idea.id())).andExpect(content().string(Matchers.containsString("已作废")));
    }
}
