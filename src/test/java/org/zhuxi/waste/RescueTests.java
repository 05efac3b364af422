package org.zhuxi.waste;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.zhuxi.testing.FormToken.csrf;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.zhuxi.account.Accounts;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Ids;
import org.zhuxi.platform.security.SignedIn;
import org.zhuxi.testing.World;
import org.zhuxi.testing.ZhuxiTest;

/** A file that a phone saved comes in once, by whoever recorded it or manages the station, after a look that writes nothing. */
@ZhuxiTest
@Import(World.class)
class RescueTests {

    private final World worlds;
    private final Stations stations;
    private final Accounts accounts;
    private final JdbcClient jdbc;
    private final MockMvc web;
    private World.Made world;
    private StationRef station;
    private Actor steward;

    RescueTests(World worlds, Stations stations, Accounts accounts, JdbcClient jdbc, MockMvc web) {
        this.worlds = worlds;
        this.stations = stations;
        this.accounts = accounts;
        this.jdbc = jdbc;
        this.web = web;
    }

    @BeforeEach
    void settle() {
        world = worlds.make(2);
        station = worlds.station(world, stations);
        steward = accounts.actorOf(world.username("steward"));
    }

    @Test
    void aLookWritesNothingAndSendingTwiceCountsOnce() throws Exception {
        var file = file(
                steward,
                List.of(
                        drop(Ids.next(), world.dwellings().getFirst(), "1.2"),
                        drop(Ids.next(), world.dwellings().getLast(), "0.8"),
                        drop(Ids.next(), "ZX-NOT-A-CARD", "1"),
                        drop(Ids.next(), world.dwellings().getFirst(), "many")));

        assertThat(take(steward, file, false)).contains("会新增 2 条，已有 0 条，冲突 0 条，退回 2 条");
        assertThat(recorded()).isZero();
        assertThat(take(steward, file, true)).contains(">新增 2 条，已有 0 条，冲突 0 条，退回 2 条");
        assertThat(take(steward, file, false)).contains("会新增 0 条，已有 2 条");
        assertThat(take(steward, file, true)).contains(">新增 0 条，已有 2 条");
        assertThat(recorded()).isEqualTo(2);
    }

    @Test
    void otherContentUnderAKnownIdIsAConflictBothTimes() throws Exception {
        var id = Ids.next();
        take(steward, file(steward, List.of(drop(id, world.dwellings().getFirst(), "1.2"))), true);
        var other = file(steward, List.of(drop(id, world.dwellings().getFirst(), "1.3")));

        assertThat(take(steward, other, false)).contains("冲突 1 条");
        assertThat(take(steward, other, true)).contains("冲突 1 条");
        assertThat(recorded()).isEqualTo(1);
    }

    @Test
    void theHeadOfTheStationMayForHerStewardAndIsAuditedAndAnotherStewardMayNot() throws Exception {
        var head = accounts.actorOf(world.username("head"));
        var file = file(steward, List.of(drop(Ids.next(), world.dwellings().getFirst(), "1.2")));
        var neighbour = accounts.actorOf(worlds.make(1).username("head"));

        assertThat(take(neighbour, file, true, 409, 403)).doesNotContain("新增 1 条");
        assertThat(recorded()).isZero();
        assertThat(take(head, file, true)).contains("新增 1 条");
        assertThat(take(steward, file, true)).contains("已有 1 条");
        assertThat(jdbc.sql("select count(*) from account.audit_entry where action = 'drops.rescued'"
                                + " and account_id = :head and subject = :steward")
                        .param("head", head.account())
                        .param("steward", steward.account().toString())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void whatIsNoSuchFileIsRefusedInWords() throws Exception {
        for (var wrong : List.of(
                "",
                "{",
                "[]",
                "null",
                "\"x\"",
                "{\"form\":\"other\"}",
                "{\"form\":\"zhuxi-field-1\",\"account\":7}",
                "{\"form\":\"zhuxi-field-1\",\"account\":\"" + steward.account() + "\",\"drops\":3}")) {
            assertThat(take(steward, wrong, true, 422)).as(wrong).contains("不是离线登记存下的文件");
        }
        web.perform(get("/field/rescue").with(user(signedIn(accounts.actorOf(world.username("resident"))))))
                .andExpect(status().isForbidden());
    }

    private String drop(UUID id, String card, String kg) {
        return """
                {"id":"%s","station":"%s","card":"%s","wasteClass":"residual","kg":"%s","grade":"A","at":"%s",
                 "clockChanged":false,"note":"","evidence":[],"community":"%s","state":"queued","reason":""}
                """.formatted(
                        id,
                        station.site(),
                        card,
                        kg,
                        Instant.parse("2020-01-01T00:00:00Z")
                                .plusSeconds(Instant.now().getEpochSecond() / 3600 * 3600 - 1_577_836_800L - 3600),
                        world.communityCode());
    }

    private static String file(Actor whose, List<String> drops) {
        return "{\"form\":\"zhuxi-field-1\",\"account\":\"" + whose.account() + "\",\"drops\":["
                + drops.stream().collect(Collectors.joining(",")) + "]}";
    }

    private String take(Actor by, String file, boolean send, int... statuses) throws Exception {
        var content = new MockMultipartFile(
                "file", "zhuxi-field.json", "application/json", file.getBytes(StandardCharsets.UTF_8));
        var answer = web.perform(multipart("/field/rescue")
                        .file(content)
                        .param("send", String.valueOf(send))
                        .with(user(signedIn(by)))
                        .with(csrf()))
                .andReturn()
                .getResponse();
        assertThat(answer.getStatus())
                .isIn(java.util.Arrays.stream(statuses.length == 0 ? new int[] {200} : statuses)
                        .boxed()
                        .toList());
        return answer.getContentAsString(StandardCharsets.UTF_8);
    }

    private long recorded() {
        return jdbc.sql("select count(*) from activity.v_activity where community_id = :community")
                .param("community", world.community().value())
                .query(Long.class)
                .single();
    }

    private static SignedIn signedIn(Actor actor) {
        return new SignedIn("somebody", "", true, actor);
    }
}
