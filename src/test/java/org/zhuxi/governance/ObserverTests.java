package org.zhuxi.governance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.zhuxi.testing.FormToken.csrf;

import org.hamcrest.Matchers;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.zhuxi.account.Accounts;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Refused;
import org.zhuxi.platform.security.SignedIn;
import org.zhuxi.testing.World;
import org.zhuxi.testing.ZhuxiTest;

@ZhuxiTest
@Import(World.class)
class ObserverTests {

    private final Observers observers;
    private final Counts counts;
    private final Votes votes;
    private final Accounts accounts;
    private final MockMvc web;
    private final World.Made made;

    ObserverTests(
            Observers observers,
            Decisions decisions,
            Counts counts,
            JdbcClient jdbc,
            Accounts accounts,
            MockMvc web,
            World world) {
        this.observers = observers;
        this.counts = counts;
        this.votes = new Votes(decisions, jdbc);
        this.accounts = accounts;
        this.web = web;
        made = world.make(1);
    }

    @Test
    void areNamedBeforeTheCountAndHeardOnceAfterwards() throws Exception {
        var clerk = accounts.actorOf(made.username("clerk"));
        var resident = accounts.actorOf(made.username("resident"));
        var vote = votes.open(clerk, made.communityCode(), DecisionKind.ASSEMBLY);
        var id = Ids.next();
        observers.add(clerk, vote.id(), id, "业主委员会");
        observers.add(clerk, vote.id(), id, "业主委员会");
        assertThatThrownBy(() -> observers.add(resident, vote.id(), Ids.next(), "我"))
                .isInstanceOf(Refused.Forbidden.class);
        assertThatThrownBy(() -> observers.state(clerk, vote.id(), id, "早了"))
                .isInstanceOf(GovernanceRefused.WrongPhase.class);
        votes.close(vote.id());
        counts.count(clerk, vote.id());

        observers.state(clerk, vote.id(), id, "全程在场，没有异常。");

        assertThatThrownBy(() -> observers.state(clerk, vote.id(), id, "改口"))
                .isInstanceOf(GovernanceRefused.Answered.class);
        assertThatThrownBy(() -> observers.add(clerk, vote.id(), Ids.next(), "晚了"))
                .isInstanceOf(GovernanceRefused.WrongPhase.class);
        assertThat(observers.list(vote)).containsExactly(new Observer(id, "业主委员会", "全程在场，没有异常。"));
        web.perform(get("/governance/decisions/" + vote.id()))
                .andExpect(content().string(Matchers.containsString("全程在场")));
    }

    @Test
    void areNamedHeardAndReadByPrograms() throws Exception {
        var clerk = accounts.actorOf(made.username("clerk"));
        var office = user(new SignedIn("c", "", true, clerk));
        var vote = votes.open(clerk, made.communityCode(), DecisionKind.ASSEMBLY);
        var path = "/api/v1/decisions/" + vote.id() + "/observers";
        var one = path + "/" + Ids.next();
        web.perform(put(one).with(office)
                        .with(csrf())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"name\":\"居民代表\"}"))
                .andExpect(jsonPath("$[0].name").value("居民代表"));
        web.perform(put(path + "/" + Ids.next())
                        .with(office)
                        .with(csrf())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{}"))
                .andExpect(jsonPath("$.errors[?(@.field == 'name')]").exists());
        var words = post(one + "/statement")
                .with(office)
                .with(csrf())
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"statement\":\"没有异常。\"}");
        web.perform(words).andExpect(status().isConflict());
        votes.close(vote.id());
        web.perform(words).andExpect(jsonPath("$[0].statement").value("没有异常。"));
        web.perform(get(path)).andExpect(jsonPath("$[0].statement").value("没有异常。"));
    }
}
