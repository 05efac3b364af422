package org.zhuxi.waste;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.zhuxi.testing.FormToken.csrf;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.zhuxi.account.Accounts;
import org.zhuxi.activity.Outcome.Status;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Ids;
import org.zhuxi.platform.security.SignedIn;
import org.zhuxi.testing.World;
import org.zhuxi.testing.ZhuxiTest;

/** What a phone recorded without a network comes in once, each drop with its own fate. */
@ZhuxiTest
@Import(World.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FieldDropsTests {

    private static final Pattern ASSET = Pattern.compile("(?:href|src)=\"(/(?:assets|webjars)/[^\"]+)\"");

    private final World worlds;
    private final Stations stations;
    private final FieldDrops drops;
    private final Accounts accounts;
    private final JdbcClient jdbc;
    private final MockMvc web;
    private World.Made world;
    private StationRef station;
    private Actor steward;

    FieldDropsTests(
            World worlds, Stations stations, FieldDrops drops, Accounts accounts, JdbcClient jdbc, MockMvc web) {
        this.worlds = worlds;
        this.stations = stations;
        this.drops = drops;
        this.accounts = accounts;
        this.jdbc = jdbc;
        this.web = web;
    }

    @BeforeAll
    void settle() {
        world = worlds.make(2);
        station = worlds.station(world, stations);
        steward = accounts.actorOf(world.username("steward"));
    }

    private FieldDrop drop(UUID id, String card, String kg) {
        return new FieldDrop(
                id,
                station.site(),
                card,
                WasteClass.RESIDUAL,
                new Amount.Weighed(new BigDecimal(kg)),
                Grade.A,
                Instant.now().minusSeconds(60),
                false,
                "",
                List.of());
    }

    private String door(int number) {
        return world.dwellings().get(number);
    }

    private List<Status> fates(FieldDrop... batch) {
        return drops.record(steward, steward.account(), List.of(batch)).stream()
                .map(outcome -> outcome.status())
                .toList();
    }

    @Test
    void eachDropHasItsOwnFate() {
        var first = drop(Ids.next(), door(0), "1.2");
        var unknown = drop(Ids.next(), "Q9-B99-9999", "1.2");

        assertThat(fates(first, unknown)).containsExactly(Status.CREATED, Status.REJECTED);
        assertThat(fates(first)).containsExactly(Status.DUPLICATE);
        var other = new FieldDrop(
                first.id(),
                first.station(),
                first.card(),
                first.wasteClass(),
                new Amount.Weighed(new BigDecimal("9")),
                first.grade(),
                first.at(),
                false,
                "",
                List.of());
        assertThat(fates(other)).containsExactly(Status.CONFLICT);
    }

    @Test
    void nobodySendsWhatAnotherAccountRecorded() {
        var clerk = accounts.actorOf(world.username("clerk"));

        assertThatThrownBy(() -> drops.record(clerk, steward.account(), List.of(drop(Ids.next(), door(0), "1"))))
                .isInstanceOf(WasteRefused.OtherAccount.class);
    }

    @Test
    void aStewardOfAnotherCommunityIsRefusedForEachDrop() {
        var stranger = accounts.actorOf(worlds.make(1).username("steward"));
        var outcome = drops.record(stranger, stranger.account(), List.of(drop(Ids.next(), door(0), "1")))
                .getFirst();

        assertThat(outcome.status()).isEqualTo(Status.REJECTED);
        assertThat(Objects.requireNonNull(outcome.problem()).slug()).isEqualTo("forbidden");
    }

    @Test
    void aCardThatWasReplacedMeanwhileDoesNotMakeADropCountTwice() {
        var card = jdbc.sql("select card_code from place.household where community_id = :community and id = :id")
                .param("community", world.community().value())
                .param("id", world.households().get(1).id())
                .query(String.class)
                .single();
        var sent = drop(Ids.next(), "ZX" + card, "0.7");
        assertThat(fates(sent)).containsExactly(Status.CREATED);

        var gone = new FieldDrop(
                sent.id(),
                sent.station(),
                "ZX-000-000-00Z",
                sent.wasteClass(),
                sent.amount(),
                sent.grade(),
                sent.at(),
                false,
                "",
                List.of());

        assertThat(fates(gone)).containsExactly(Status.DUPLICATE);
    }

    @Test
    void aChangedClockIsToldInTheNote() {
        var id = Ids.next();
        var plain = drop(id, door(0), "0.3");
        fates(new FieldDrop(
                id,
                plain.station(),
                plain.card(),
                plain.wasteClass(),
                plain.amount(),
                plain.grade(),
                plain.at(),
                true,
                "雨天",
                List.of()));

        assertThat(jdbc.sql("select note from activity.activity where community_id = :community and id = :id")
                        .param("community", world.community().value())
                        .param("id", id)
                        .query(String.class)
                        .single())
                .startsWith("〔手机时钟改过")
                .endsWith("雨天");
    }

    @Test
    void theKitNamesStationsAndNoHousehold() throws Exception {
        web.perform(get("/api/v1/field/kit").with(user(signedIn())))
                .andExpect(status().isOk())
                .andExpect(header().string("Cache-Control", Matchers.containsString("no-store")))
                .andExpect(jsonPath("$.account").value(steward.account().toString()))
                .andExpect(jsonPath("$.stations[0].id").value(station.site().toString()))
                .andExpect(jsonPath("$.bagKg.kitchen").isNumber())
                .andExpect(content().string(Matchers.not(Matchers.containsString(door(0)))));
        web.perform(get("/api/v1/field/kit")).andExpect(status().isUnauthorized());
    }

    @Test
    void whatCannotBeReadIsRefusedAlone() throws Exception {
        var body = """
                {"account":"%s","drops":[
                  {"id":"nonsense","station":"%s","card":"x","wasteClass":"residual","kg":"1","grade":"A","at":"2026-11-21T08:00:00Z"},
                  {"id":"%s","station":"%s","card":"%s","wasteClass":"residual","kg":"1,5","grade":"B","at":"%s"},
                  null]}
                """.formatted(steward.account(), station.site(), Ids.next(), station.site(), door(1), Instant.now());

        web.perform(post("/api/v1/drops")
                        .with(user(signedIn()))
                        .with(csrf())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.results[0].status").value("rejected"))
                .andExpect(jsonPath("$.results[0].problem.errors[0].field").value("id"))
                .andExpect(jsonPath("$.results[1].status").value("created"))
                .andExpect(jsonPath("$.results[2].status").value("rejected"));
        web.perform(post("/api/v1/drops")
                        .with(user(signedIn()))
                        .with(csrf())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"drops\":7}"))
                .andExpect(status().is4xxClientError());
    }

    @Test
    void thePageIsTheSameForEverybodyAndThePhoneKeepsAllItsFiles() throws Exception {
        var mine = web.perform(get("/field/app").with(user(signedIn())))
                .andReturn()
                .getResponse()
                .getContentAsString();
        var anybodys = web.perform(get("/field/app")).andReturn().getResponse().getContentAsString();
        var worker = web.perform(get("/field/sw.js")).andReturn().getResponse().getContentAsString();

        assertThat(mine).isEqualTo(anybodys);
        assertThat(ASSET.matcher(mine).results().map(found -> found.group(1)))
                .isNotEmpty()
                .allMatch(file -> worker.contains("\"" + file + "\""));
        web.perform(get("/app.webmanifest"))
                .andExpect(jsonPath("$.start_url").value("/field/app"))
                .andExpect(jsonPath("$.icons.length()").value(3));
        web.perform(get("/field/app/return").with(user(signedIn()))).andExpect(redirectedUrl("/field/app"));
    }

    private SignedIn signedIn() {
        return new SignedIn(world.username("steward"), "", true, steward);
    }
}
