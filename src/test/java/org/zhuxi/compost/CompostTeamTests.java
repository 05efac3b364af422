package org.zhuxi.compost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.zip.ZipInputStream;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.zhuxi.account.Accounts;
import org.zhuxi.account.Erasures;
import org.zhuxi.account.PersonalExport;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Grant;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.Refused;
import org.zhuxi.kernel.Role;
import org.zhuxi.testing.World;
import org.zhuxi.testing.ZhuxiTest;

/** Who belongs to the team of a site, since when and as what; and what it does not do. */
@ZhuxiTest
@Import(World.class)
class CompostTeamTests {

    private static final LocalDate TODAY = LocalDate.now(Yard.ZONE);
    private static final LocalDate BEGAN = TODAY.minusDays(40);

    private final World worlds;
    private final Accounts accounts;
    private final CompostSites sites;
    private final CompostTeam team;
    private final Erasures erasures;
    private final PersonalExport export;
    private final MockMvc web;
    private Yard yard;
    private String steward;

    CompostTeamTests(
            World worlds,
            Accounts accounts,
            CompostSites sites,
            CompostTeam team,
            Erasures erasures,
            PersonalExport export,
            MockMvc web) {
        this.worlds = worlds;
        this.accounts = accounts;
        this.sites = sites;
        this.team = team;
        this.erasures = erasures;
        this.export = export;
        this.web = web;
        this.yard = Yard.make(worlds, accounts, sites);
        this.steward = "";
    }

    @BeforeEach
    void settle() {
        yard = Yard.make(worlds, accounts, sites);
        steward = yard.made().username("steward");
    }

    private UUID take(TeamPart part, LocalDate since) {
        var id = Ids.next();
        team.take(yard.head(), yard.id(), id, steward, part, since, Origin.SYNTHETIC);
        return id;
    }

    @Test
    void aStayBeginsEndsAndAnotherFollows() {
        var learning = take(TeamPart.TRAINEE, BEGAN);
        team.take(yard.head(), yard.id(), learning, steward, TeamPart.TRAINEE, BEGAN, Origin.SYNTHETIC);
        assertThatThrownBy(() -> take(TeamPart.COMPOSTER, TODAY)).isInstanceOf(CompostRefused.InTeam.class);

        team.end(yard.head(), yard.id(), learning, TODAY.minusDays(10));
        assertThatThrownBy(() -> team.end(yard.head(), yard.id(), learning, TODAY))
                .isInstanceOf(CompostRefused.LeftTeam.class);
        assertThatThrownBy(() -> take(TeamPart.COMPOSTER, TODAY.minusDays(11)))
                .isInstanceOf(CompostRefused.Unreadable.class);
        var composting = take(TeamPart.COMPOSTER, TODAY.minusDays(10));

        assertThat(team.list(yard.head(), yard.id()))
                .extracting(TeamMember::id, TeamMember::part, TeamMember::since, TeamMember::until)
                .containsExactly(
                        tuple(composting, TeamPart.COMPOSTER, TODAY.minusDays(10), null),
                        tuple(learning, TeamPart.TRAINEE, BEGAN, TODAY.minusDays(10)));
        assertThat(team.list(yard.head(), yard.id()))
                .extracting(TeamMember::name)
                .containsOnly(accounts.actorOf(steward).name());
    }

    @Test
    void theListGivesNoRightAndTellsWhoHasIt() {
        take(TeamPart.COMPOSTER, BEGAN);
        var person = accounts.actorOf(steward);
        assertThat(team.list(yard.head(), yard.id()).getFirst().mayLog()).isFalse();
        assertThat(person.may(CompostPermissions.LOG, yard.made().path())).isFalse();

        accounts.grant(
                World.founder(), steward, new Grant(Role.COMPOSTER, yard.made().path()), null, null);

        assertThat(team.list(yard.head(), yard.id()).getFirst().mayLog()).isTrue();
    }

    @Test
    void whatCannotBeIsRefusedAndLeavesTheListAsItWas() {
        var member = take(TeamPart.VOLUNTEER, BEGAN);
        var other = Yard.make(worlds, accounts, sites);

        assertThatThrownBy(() -> team.take(
                        yard.head(), yard.id(), Ids.next(), "nobody-here", TeamPart.VOLUNTEER, BEGAN, Origin.SYNTHETIC))
                .isInstanceOf(CompostRefused.Unreadable.class);
        for (var day : new LocalDate[] {TODAY.plusDays(1), LocalDate.of(2019, 12, 31)}) {
            assertThatThrownBy(() -> team.take(
                            yard.head(),
                            yard.id(),
                            Ids.next(),
                            yard.made().username("clerk"),
                            TeamPart.VOLUNTEER,
                            day,
                            Origin.SYNTHETIC))
                    .isInstanceOf(CompostRefused.Unreadable.class);
        }
        for (var day : new LocalDate[] {TODAY.plusDays(1), BEGAN.minusDays(1)}) {
            assertThatThrownBy(() -> team.end(yard.head(), yard.id(), member, day))
                    .isInstanceOf(CompostRefused.Unreadable.class);
        }
        assertThatThrownBy(() ->
                        team.take(yard.head(), yard.id(), member, steward, TeamPart.COMPOSTER, BEGAN, Origin.SYNTHETIC))
                .isInstanceOf(CompostRefused.Conflict.class);
        assertThatThrownBy(() -> team.end(other.head(), other.id(), member, TODAY))
                .isInstanceOf(Refused.NotFound.class);
        assertThatThrownBy(() -> team.list(yard.verifier(), yard.id())).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> team.list(other.head(), yard.id())).isInstanceOf(Refused.class);

        assertThat(team.list(yard.head(), yard.id())).singleElement().satisfies(it -> {
            assertThat(it.id()).isEqualTo(member);
            assertThat(it.until()).isNull();
        });
    }

    @Test
    void programsKeepTheListToo() throws Exception {
        var token = accounts.issueToken(
                World.founder(), yard.made().username("head"), "team", Set.of("compost:write"), Duration.ofDays(1));
        var address = "/api/v1/compost/sites/" + yard.id() + "/team";
        var id = Ids.next();
        var body = "{\"id\":\"%s\",\"username\":\"%s\",\"part\":\"%s\",\"since\":\"%s\"}";
        web.perform(post(address)
                        .header("Authorization", "Bearer " + token)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body.formatted(id, steward, "COMPOSTER", BEGAN)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.id").value(id.toString()));
        web.perform(post(address)
                        .header("Authorization", "Bearer " + token)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body.formatted(Ids.next(), "nobody-here", "COMPOSTER", BEGAN)))
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.errors[0].field").value("username"));
        web.perform(post(address + "/" + id + "/ending")
                        .header("Authorization", "Bearer " + token)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"until\":\"" + TODAY + "\"}"))
                .andExpect(status().isOk());
        web.perform(get(address).header("Authorization", "Bearer " + token))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.items[0].part").value("COMPOSTER"))
                .andExpect(jsonPath("$.items[0].until").value(TODAY.toString()));
        web.perform(get(address)).andExpect(status().isUnauthorized());
        web.perform(get("/compost/sites/" + yard.id()))
                .andExpect(content().string(Matchers.not(Matchers.containsString("steward"))));
    }

    @Test
    void anErasedMemberLeavesDaysAndNoName() throws IOException {
        take(TeamPart.COMPOSTER, BEGAN);
        var person = accounts.actorOf(steward);
        assertThat(takenAlong(person)).contains("COMPOSTER", BEGAN.toString());

        erasures.eraseNow(World.founder(), person.account(), "asked for it");

        assertThat(team.list(yard.head(), yard.id())).singleElement().satisfies(it -> {
            assertThat(it.name()).isEmpty();
            assertThat(it.until()).isEqualTo(TODAY);
            assertThat(it.mayLog()).isFalse();
        });
    }

    /** The table of teams in what somebody takes along. */
    private String takenAlong(Actor person) throws IOException {
        var out = new ByteArrayOutputStream();
        export.write(export.begin(person), Locale.ENGLISH, out);
        try (var zip = new ZipInputStream(new ByteArrayInputStream(out.toByteArray()))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals("compost/team.csv")) {
                    return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
                }
            }
        }
        return "";
    }
}
