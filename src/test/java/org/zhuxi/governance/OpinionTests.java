package org.zhuxi.governance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.zhuxi.testing.FormToken.csrf;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.zhuxi.account.Accounts;
import org.zhuxi.governance.OpinionTalk.Vote;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.Refused;
import org.zhuxi.platform.security.SignedIn;
import org.zhuxi.testing.World;
import org.zhuxi.testing.ZhuxiTest;

/** A talk from its first statements to the map. */
@ZhuxiTest
@Import(World.class)
class OpinionTests {

    private static final int STATEMENTS = 10;
    private static final int PEOPLE = 24;

    private final Opinions opinions;
    private final JdbcClient jdbc;
    private final MockMvc web;
    private final World.Made made;
    private final Actor clerk;
    private final Actor resident;

    OpinionTests(Opinions opinions, JdbcClient jdbc, MockMvc web, World world, Accounts accounts) {
        this.opinions = opinions;
        this.jdbc = jdbc;
        this.web = web;
        made = world.make(1);
        clerk = accounts.actorOf(made.username("clerk"));
        resident = accounts.actorOf(made.username("resident"));
    }

    private OpinionTalk begun() {
        return opinions.begin(
                clerk,
                Ids.next(),
                made.communityCode(),
                "门口的空地",
                "",
                LocalDate.now(ZoneOffset.UTC).plusDays(9),
                IntStream.rangeClosed(1, STATEMENTS)
                        .mapToObj(i -> "第 " + i + " 句")
                        .collect(Collectors.joining("\n")),
                Origin.SYNTHETIC);
    }

    private Actor neighbour() {
        return new Actor(
                Ids.next(), "member", Set.of(), Set.of(made.households().getFirst()), null);
    }

    /** Two camps of the same size; all of them agree with the first statement. */
    private void answer(OpinionTalk talk) {
        var statements = opinions.statements(clerk, talk);
        for (var person = 0; person < PEOPLE; person++) {
            var actor = neighbour();
            for (var i = 0; i < STATEMENTS; i++) {
                var agrees = i == 0 || (person % 2 == 0) == (i % 2 == 0);
                var vote = agrees ? Vote.AGREE : Vote.DISAGREE;
                opinions.vote(actor, talk.id(), statements.get(i).id(), person % 5 == 4 && i == 9 ? Vote.PASS : vote);
            }
        }
    }

    @Test
    void drawsTheGroupsAndWhatAllOfThemAgreeOn() {
        var talk = begun();
        assertThat(opinions.view(talk).isMapped()).isFalse();
        answer(talk);

        var view = opinions.view(talk);

        assertThat(view.participants()).isEqualTo(PEOPLE);
        assertThat(view.isMapped()).isTrue();
        assertThat(view.groups()).extracting(OpinionTalk.Group::size).containsExactlyInAnyOrder(12, 12);
        assertThat(view.agreed()).singleElement().isEqualTo(new OpinionTalk.Line("第 1 句", PEOPLE, 0, PEOPLE));
        assertThat(view.rejected()).isEmpty();
        assertThat(view.groups()).allMatch(it -> !it.typical().isEmpty());
        assertThat(view.dots()).hasSize(PEOPLE).allMatch(it -> Math.abs(it.x()) <= 1 && Math.abs(it.y()) <= 1);
        assertThat(opinions.view(talk)).isSameAs(view);
    }

    @Test
    void asksForWhatFewestHaveAnsweredAndCountsTheLastAnswer() {
        var talk = begun();
        var first = opinions.next(resident, talk).orElseThrow();
        opinions.vote(resident, talk.id(), first.id(), Vote.AGREE);
        opinions.vote(resident, talk.id(), first.id(), Vote.DISAGREE);
        assertThat(opinions.view(talk).votes()).isEqualTo(1);
        assertThat(opinions.next(neighbour(), talk).orElseThrow().id()).isNotEqualTo(first.id());
        for (var i = 1; i < STATEMENTS; i++) {
            opinions.vote(
                    resident,
                    talk.id(),
                    opinions.next(resident, talk).orElseThrow().id(),
                    Vote.PASS);
        }
        assertThat(opinions.next(resident, talk)).isEmpty();
        var own = Ids.next();
        opinions.say(resident, talk.id(), own, "我的一句");
        opinions.say(resident, talk.id(), own, "我的一句");
        assertThat(opinions.view(talk).statements()).isEqualTo(STATEMENTS + 1);
        assertThat(opinions.next(resident, talk)).isEmpty();
    }

    @Test
    void refusesWhatIsTooMuchTooLateOrOfStrangers() {
        var talk = begun();
        var statement = opinions.statements(clerk, talk).getFirst().id();
        for (var i = 0; i < 10; i++) {
            opinions.say(resident, talk.id(), Ids.next(), "又一句 " + i);
        }
        assertThatThrownBy(() -> opinions.say(resident, talk.id(), Ids.next(), "再一句"))
                .isInstanceOf(GovernanceRefused.TooManyStatements.class);
        var stranger = new Actor(Ids.next(), "stranger", Set.of(), Set.of(), null);
        assertThatThrownBy(() -> opinions.vote(stranger, talk.id(), statement, Vote.AGREE))
                .isInstanceOf(Refused.Forbidden.class);
        opinions.hide(clerk, talk.id(), statement, "写了门牌");
        assertThatThrownBy(() -> opinions.vote(resident, talk.id(), statement, Vote.AGREE))
                .isInstanceOf(Refused.NotFound.class);
        assertThatThrownBy(() -> opinions.hide(resident, talk.id(), statement, "x"))
                .isInstanceOf(Refused.Forbidden.class);
        jdbc.sql("update governance.opinion_talk set closes_on = closes_on - 30 where id = :id")
                .param("id", talk.id())
                .update();
        assertThatThrownBy(() -> opinions.say(clerk, talk.id(), Ids.next(), "晚了"))
                .isInstanceOf(GovernanceRefused.TalkOver.class);
    }

    @Test
    void showsThePages() throws Exception {
        var talk = begun();
        answer(talk);
        var me = user(new SignedIn("r", "", true, resident));
        var desk = user(new SignedIn("c", "", true, clerk));
        web.perform(get("/governance/opinions")).andExpect(status().isOk());
        web.perform(get("/governance/opinions/" + talk.id()))
                .andExpect(status().isOk())
                .andExpect(content().string(Matchers.containsString("zx-opinions")));
        web.perform(get("/governance/opinions/" + talk.id()).with(me))
                .andExpect(content().string(Matchers.containsString("data-statement")));
        web.perform(post("/me/opinions/" + talk.id() + "/statements")
                        .with(me)
                        .with(csrf())
                        .param("words", "长".repeat(141)))
                .andExpect(status().is(422))
                .andExpect(content().string(Matchers.containsString("长".repeat(141))));
        web.perform(post("/me/opinions/" + talk.id() + "/votes")
                        .with(me)
                        .with(csrf())
                        .param("vote", "AGREE"))
                .andExpect(status().is(422));
        web.perform(get("/api/v1/opinions/" + talk.id())).andExpect(status().isOk());
        web.perform(get("/work/opinions").with(desk).param("place", made.communityCode()))
                .andExpect(status().isOk());
        web.perform(get("/work/opinions/" + talk.id()).with(desk))
                .andExpect(content().string(Matchers.containsString("第 3 句")));
    }
}
