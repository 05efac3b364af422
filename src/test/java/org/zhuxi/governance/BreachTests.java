package org.zhuxi.governance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.zhuxi.testing.FormToken.csrf;

import java.time.LocalDate;
import java.util.UUID;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.zhuxi.account.Accounts;
import org.zhuxi.governance.BreachNote.ClauseCount;
import org.zhuxi.governance.BreachNote.State;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Mistyped;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.Refused;
import org.zhuxi.platform.job.RecurringJob;
import org.zhuxi.platform.security.SignedIn;
import org.zhuxi.testing.World;
import org.zhuxi.testing.ZhuxiTest;

/** A breach is talked over and noted for the desk alone, and the note is forgotten. */
@ZhuxiTest
@Import(World.class)
class BreachTests {

    private final BreachNotes notes;
    private final Conventions conventions;
    private final RecurringJob forgetting;
    private final JdbcClient jdbc;
    private final MockMvc web;
    private final World.Made made;
    private final Actor clerk;
    private final Actor resident;
    private final RequestPostProcessor desk;
    private final UUID convention = Ids.next();

    BreachTests(
            BreachNotes notes,
            Conventions conventions,
            RecurringJob governanceBreaches,
            JdbcClient jdbc,
            MockMvc web,
            World world,
            Accounts accounts) {
        this.notes = notes;
        this.conventions = conventions;
        this.forgetting = governanceBreaches;
        this.jdbc = jdbc;
        this.web = web;
        made = world.make(1);
        clerk = accounts.actorOf(made.username("clerk"));
        resident = accounts.actorOf(made.username("resident"));
        desk = user(new SignedIn("c", "", true, clerk));
        var kind = Convention.Kind.RESIDENTS;
        conventions.begin(clerk, convention, made.communityCode(), kind, "公约", Origin.RECORDED, "");
        conventions.draft(clerk, convention, "养犬：牵绳\n停车：不占通道");
    }

    private void adopt() {
        conventions.adopt(clerk, convention, null, "居民会议", null);
    }

    private BreachNote note(int clause) {
        var building = made.communityCode() + "-Q1-B01";
        var typed = new BreachNote.Typed(building, clause, null, "楼道里停了电瓶车");
        return notes.note(clerk, convention, Ids.next(), typed, Origin.RECORDED);
    }

    @Test
    void aNoteIsFollowedUntilItIsMendedAndCountsForItsClause() {
        adopt();
        var first = note(2);
        note(2);
        notes.follow(clerk, convention, first.id(), State.TALKED_OVER, null, "讲了第 2 条");
        notes.follow(clerk, convention, first.id(), State.MENDED, null, "已推到充电棚");
        assertThat(notes.get(clerk, convention, first.id()).state()).isEqualTo(State.MENDED);
        assertThat(notes.steps(first)).extracting(BreachNote.Step::number).containsExactly(1, 2);
        assertThat(notes.list(clerk, convention, State.NOTED, 10, null).items()).hasSize(1);
        assertThat(notes.counts(clerk, convention)).containsExactly(new ClauseCount(2, "停车", 2, 1));
    }

    @Test
    void theDeskOfTheCommunityAloneSeesIt() throws Exception {
        adopt();
        var note = note(1);
        assertThatThrownBy(() -> notes.get(resident, convention, note.id())).isInstanceOf(Refused.Forbidden.class);
        assertThatThrownBy(() -> notes.list(World.founder(), convention, null, 10, null))
                .isInstanceOf(Refused.Forbidden.class);
        web.perform(get("/governance/conventions/" + convention))
                .andExpect(content().string(Matchers.not(Matchers.containsString("电瓶车"))));
        web.perform(get("/api/v1/conventions/" + convention))
                .andExpect(content().string(Matchers.not(Matchers.containsString("电瓶车"))));
    }

    @Test
    void refusesWhatCannotBeNoted() {
        assertThatThrownBy(() -> note(1)).isInstanceOf(GovernanceRefused.NotInForce.class);
        adopt();
        assertThatThrownBy(() -> note(3)).isInstanceOf(Mistyped.OutOfRange.class);
        var door = new BreachNote.Typed(made.dwellings().getFirst(), 1, null, "某户");
        assertThatThrownBy(() -> notes.note(clerk, convention, Ids.next(), door, Origin.RECORDED))
                .isInstanceOf(GovernanceRefused.NoPlace.class);
        var ahead =
                new BreachNote.Typed(made.communityCode(), 1, LocalDate.now().plusDays(2), "明天的事");
        assertThatThrownBy(() -> notes.note(clerk, convention, Ids.next(), ahead, Origin.RECORDED))
                .isInstanceOf(Mistyped.OutOfRange.class);
    }

    @Test
    void aNoteIsForgottenAYearAfterTheLastWordAndRemovedByHand() throws Exception {
        adopt();
        var old = note(1);
        var kept = note(1);
        notes.follow(clerk, convention, old.id(), State.MENDED, null, "改了");
        jdbc.sql("update governance.breach_note set last_at = last_at - interval '370 days' where id = :id")
                .param("id", old.id())
                .update();
        forgetting.work().run();
        assertThatThrownBy(() -> notes.get(clerk, convention, old.id())).isInstanceOf(Refused.NotFound.class);
        assertThat(notes.get(clerk, convention, kept.id())).isEqualTo(kept);
        notes.remove(clerk, convention, kept.id());
        assertThatThrownBy(() -> notes.get(clerk, convention, kept.id())).isInstanceOf(Refused.NotFound.class);
    }

    @Test
    void thePageKeepsWhatWasTypedAndLeadsOn() throws Exception {
        adopt();
        var page = "/work/conventions/" + convention + "/breaches";
        web.perform(post(page)
                        .with(desk)
                        .with(csrf())
                        .param("place", made.communityCode())
                        .param("clause", "1")
                        .param("seenOn", "31.2.")
                        .param("words", "遛狗没有牵绳"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(Matchers.containsString("遛狗没有牵绳")))
                .andExpect(content().string(Matchers.containsString("seenOn-error")));
        var note = note(2);
        web.perform(post(page + "/" + note.id() + "/steps")
                        .with(desk)
                        .with(csrf())
                        .param("state", "TALKED_OVER")
                        .param("words", "当面说了"))
                .andExpect(status().is3xxRedirection());
        web.perform(get(page + "/" + note.id()).with(desk))
                .andExpect(content().string(Matchers.containsString("当面说了")));
        web.perform(get("/work/conventions/" + convention).with(desk))
                .andExpect(content().string(Matchers.containsString(page)));
        web.perform(get(page).with(desk).param("state", "MENDED"))
                .andExpect(content().string(Matchers.containsString("没有这样的记录")));
    }

    @Test
    void programsKeepItToo() throws Exception {
        adopt();
        var list = "/api/v1/conventions/" + convention + "/breaches";
        var one = list + "/" + Ids.next();
        web.perform(put(one).with(desk)
                        .with(csrf())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"place\":\"%s\",\"clause\":1,\"words\":\"没牵绳\"}".formatted(made.communityCode())))
                .andExpect(jsonPath("$.state").value("NOTED"));
        web.perform(post(one + "/steps")
                        .with(desk)
                        .with(csrf())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"words\":\"x\"}"))
                .andExpect(jsonPath("$.errors[?(@.field == 'state')]").exists());
        web.perform(post(one + "/steps")
                        .with(desk)
                        .with(csrf())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"state\":\"MEDIATED\",\"words\":\"转调解\"}"))
                .andExpect(jsonPath("$.steps[0].state").value("MEDIATED"));
        web.perform(get(list + "/counts").with(desk))
                .andExpect(jsonPath("$[0].notes").value(1));
        web.perform(delete(one).with(desk).with(csrf())).andExpect(status().isNoContent());
        web.perform(get(list).with(desk)).andExpect(jsonPath("$.items").isEmpty());
    }
}
