package org.zhuxi.governance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.zhuxi.testing.FormToken.csrf;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.zhuxi.account.Accounts;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Ids;
import org.zhuxi.platform.security.SignedIn;
import org.zhuxi.platform.web.CodeAddress;
import org.zhuxi.testing.World;
import org.zhuxi.testing.ZhuxiTest;

/** Late votes, forged receipts, ballots of others, files that do not add up: refused with the reason, and nothing changed. */
@ZhuxiTest
@Import(World.class)
class RefusedVoteTests {

    private final Decisions decisions;
    private final Ballots ballots;
    private final Counts counts;
    private final JdbcClient jdbc;
    private final MockMvc web;
    private final Votes votes;
    private final World.Made made;
    private final Actor clerk;
    private final RequestPostProcessor resident;
    private final Decision decision;
    private final UUID own;
    private final UUID other;

    RefusedVoteTests(
            Decisions decisions,
            Ballots ballots,
            Counts counts,
            JdbcClient jdbc,
            MockMvc web,
            World world,
            Accounts accounts) {
        this.decisions = decisions;
        this.ballots = ballots;
        this.counts = counts;
        this.jdbc = jdbc;
        this.web = web;
        votes = new Votes(decisions, jdbc);
        made = world.make(3);
        clerk = accounts.actorOf(made.username("clerk"));
        resident = user(new SignedIn("r", "", true, accounts.actorOf(made.username("resident"))));
        decision = votes.open(clerk, made.communityCode(), DecisionKind.ASSEMBLY);
        own = rightOf(0);
        other = rightOf(1);
    }

    private UUID rightOf(int household) {
        var id = made.households().get(household).id();
        return votes.rights(clerk, decision).stream()
                .filter(it -> id.equals(it.household()))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private ResultActions api(UUID right, UUID ballot, String json) throws Exception {
        return web.perform(put("/api/v1/decisions/" + decision.id() + "/rights/" + right + "/ballots/" + ballot)
                .with(resident)
                .with(csrf())
                .contentType(MediaType.APPLICATION_JSON)
                .content(json));
    }

    private ResultActions page(UUID right, UUID ballot, String choice) throws Exception {
        return web.perform(post("/me/votes/" + decision.id() + "/ballots")
                .with(resident)
                .with(csrf())
                .param("right", right.toString())
                .param("ballot", ballot.toString())
                .param("choice", choice));
    }

    /** Everything in the box, as one line. */
    private List<String> box() {
        return jdbc.sql("""
                        select concat_ws(' ', entitlement_id, number, id, choice, receipt_hash, channel)
                        from governance.ballot
                        where decision_id = :id
                        order by entitlement_id, number
                        """).param("id", decision.id()).query(String.class).list();
    }

    @Test
    void aVoteAfterTheHourIsRefusedAndTheEarlierOneStands() throws Exception {
        ballots.official(clerk, decision.id(), own, Ids.next(), "NO");
        votes.close(decision.id());
        var before = box();

        api(own, Ids.next(), "{\"choice\":\"YES\"}")
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.type").value(Matchers.endsWith("/problems/governance-closed")))
                .andExpect(jsonPath("$.detail").value(Matchers.containsString("仍然算数")));
        page(own, Ids.next(), "YES")
                .andExpect(status().isConflict())
                .andExpect(content().string(Matchers.containsString("仍然算数")));
        assertThat(box()).isEqualTo(before);

        var result = counts.count(clerk, decision.id());
        api(own, Ids.next(), "{\"choice\":\"YES\"}").andExpect(status().isConflict());
        assertThat(counts.count(clerk, decision.id())).isEqualTo(result);
        assertThat(counts.recount(new String(counts.file(decision.id()), StandardCharsets.UTF_8)))
                .isEqualTo(result.outcome());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ABCD-EFGH-JKLM-NPQR",
                "",
                "' or 1=1 --",
                "<script>alert(1)</script>",
                "\u0000",
                "票票票票",
                "0000000000000000000000000000000000000000000000000000000000000000000000000000000000"
            })
    void aForgedReceiptIsCalledSo(String forged) throws Exception {
        ballots.official(clerk, decision.id(), own, Ids.next(), "YES");
        var before = box();
        for (var closed : new boolean[] {false, true}) {
            if (closed) {
                votes.close(decision.id());
                counts.count(clerk, decision.id());
                before = box();
            }
            // what no header can hold is refused before anybody reads it
            if (forged.chars().noneMatch(Character::isISOControl)) {
                web.perform(get("/api/v1/decisions/" + decision.id() + "/receipts")
                                .header(CodeAddress.HEADER, forged))
                        .andExpect(status().is(422))
                        .andExpect(jsonPath("$.type").exists());
            }
            web.perform(post("/governance/decisions/" + decision.id() + "/receipt")
                            .param("receipt", forged))
                    .andExpect(status().is(422))
                    .andExpect(content().string(Matchers.not(Matchers.containsString("<script>alert"))));
            assertThat(box()).isEqualTo(before);
        }
    }

    @Test
    void anotherHouseholdsBallotIsRefused() throws Exception {
        api(other, Ids.next(), "{\"choice\":\"YES\"}")
                .andExpect(status().isForbidden())
                .andExpect(jsonPath("$.type").value(Matchers.endsWith("/problems/governance-not-entitled")));
        page(other, Ids.next(), "YES").andExpect(status().isForbidden());
        assertThat(box()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{}", "{\"choice\":\"\"}", "{\"choice\":\"YES,NO\"}", "{\"choice\":[]}", "[", "{\"choice\":1e9}"
            })
    void aBallotThatCannotBeReadIsRefused(String json) throws Exception {
        api(own, Ids.next(), json).andExpect(status().is4xxClientError());
        assertThat(box()).isEmpty();
    }

    @Test
    void aPageThatWasGoneBackToNeverDropsAChangeInSilence() throws Exception {
        var ballot = Ids.next();
        page(own, ballot, "YES").andExpect(status().isOk());
        page(own, ballot, "YES").andExpect(status().isOk());
        assertThat(box()).hasSize(1);

        page(own, ballot, "NO")
                .andExpect(status().isConflict())
                .andExpect(content().string(Matchers.not(Matchers.containsString("value=\"" + ballot + "\""))));
        api(own, ballot, "{\"choice\":\"NO\"}").andExpect(status().isConflict());
        assertThat(box()).hasSize(1);

        page(own, Ids.next(), "NO").andExpect(status().isOk());
        page(own, ballot, "YES").andExpect(status().isConflict());
        assertThat(box()).hasSize(2);
        assertThat(decisions.turnout(decision).voted()).isEqualTo(1);
    }
}
