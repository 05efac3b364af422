package org.zhuxi.governance;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.zhuxi.testing.FormToken.csrf;

import org.hamcrest.Matchers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.zhuxi.account.Accounts;
import org.zhuxi.kernel.Role;
import org.zhuxi.platform.security.SignedIn;
import org.zhuxi.testing.ReportWorld;
import org.zhuxi.testing.World;
import org.zhuxi.testing.ZhuxiTest;

/** An office says what it recognises, everybody may read it, and it can be taken back. */
@ZhuxiTest
@Import(World.class)
class VotingRuleWebTests {

    private final World worlds;
    private final Accounts accounts;
    private final MockMvc web;
    private World.Made made;
    private RequestPostProcessor office;

    VotingRuleWebTests(World worlds, Accounts accounts, MockMvc web) {
        this.worlds = worlds;
        this.accounts = accounts;
        this.web = web;
    }

    @BeforeEach
    void settle() {
        made = worlds.make(1);
        office = user(new SignedIn("o", "", true, ReportWorld.officer(Role.COUNTY_OFFICER, made.path())));
    }

    private String api() {
        return "/api/v1/places/" + made.communityCode() + "/voting-rules";
    }

    @Test
    void whatIsSaidOnThePageIsReadByEverybodyAndTakenBack() throws Exception {
        web.perform(post("/work/voting-rules")
                        .with(office)
                        .with(csrf())
                        .param("place", made.communityCode())
                        .param("kind", "ASSEMBLY")
                        .param("recognised", "yes")
                        .param("channel", "居民会议现场")
                        .param("noticeDays", "3")
                        .param("leastDays", "２")
                        .param("mostDays", "20")
                        .param("source", "试行办法 第三条"))
                .andExpect(redirectedUrl("/work/voting-rules?place=" + made.communityCode()));
        web.perform(get(api()))
                .andExpect(jsonPath("$[?(@.kind == 'ASSEMBLY')].isRecognised").value(true))
                .andExpect(jsonPath("$[?(@.kind == 'ASSEMBLY')].leastDays").value(2))
                .andExpect(jsonPath("$[?(@.kind == 'OWNERS')].noticeDays").value(15));
        web.perform(get("/work/voting-rules")
                        .param("place", made.communityCode())
                        .with(office))
                .andExpect(content().string(Matchers.containsString("试行办法 第三条")))
                .andExpect(content().string(Matchers.containsString("/work/voting-rules/withdrawal")));

        web.perform(post("/work/voting-rules/withdrawal")
                        .with(office)
                        .with(csrf())
                        .param("place", made.communityCode())
                        .param("kind", "ASSEMBLY"))
                .andExpect(status().is3xxRedirection());
        web.perform(get(api()))
                .andExpect(jsonPath("$[?(@.kind == 'ASSEMBLY')].isRecognised").value(false));
    }

    @Test
    void daysThatContradictEachOtherStayTypedBesideTheirField() throws Exception {
        web.perform(post("/work/voting-rules")
                        .with(office)
                        .with(csrf())
                        .param("place", made.communityCode())
                        .param("kind", "POLL")
                        .param("noticeDays", "3")
                        .param("leastDays", "20")
                        .param("mostDays", "5")
                        .param("source", "还没保存的依据"))
                .andExpect(status().is4xxClientError())
                .andExpect(content().string(Matchers.containsString("mostDays-POLL-error")))
                .andExpect(content().string(Matchers.containsString("还没保存的依据")));
    }

    @Test
    void programsSayItToo() throws Exception {
        web.perform(put(api() + "/BUDGET")
                        .with(office)
                        .with(csrf())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("""
                                {"isRecognised":true,"noticeDays":0,"leastDays":1,"mostDays":30,"source":"办法"}"""))
                .andExpect(jsonPath("$[?(@.kind == 'BUDGET')].mostDays").value(30));
        web.perform(put(api() + "/BUDGET")
                        .with(office)
                        .with(csrf())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"isRecognised\":true}"))
                .andExpect(status().is4xxClientError())
                .andExpect(jsonPath("$.errors[?(@.field == 'noticeDays')]").exists());
        web.perform(delete(api() + "/BUDGET").with(office).with(csrf())).andExpect(status().isNoContent());
        web.perform(get(api()))
                .andExpect(jsonPath("$[?(@.kind == 'BUDGET')].mostDays").value(60));
    }

    @Test
    void aClerkSaysNothing() throws Exception {
        var clerk = user(new SignedIn("c", "", true, accounts.actorOf(made.username("clerk"))));
        web.perform(get("/work/voting-rules").with(clerk)).andExpect(status().isForbidden());
        web.perform(delete(api() + "/POLL").with(clerk).with(csrf())).andExpect(status().isForbidden());
    }
}
