package org.zhuxi.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.zhuxi.testing.FormToken.csrf;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.zhuxi.account.Accounts;
import org.zhuxi.activity.Activities;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Mistyped;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.Refused;
import org.zhuxi.platform.security.SignedIn;
import org.zhuxi.request.internal.Acts;
import org.zhuxi.request.internal.mediation.MediationFileStore;
import org.zhuxi.request.mediation.Dispute;
import org.zhuxi.request.mediation.Mediation.Form;
import org.zhuxi.request.mediation.Mediation.Way;
import org.zhuxi.request.mediation.MediationRefused;
import org.zhuxi.request.mediation.MediationState;
import org.zhuxi.request.mediation.MediationTable;
import org.zhuxi.request.mediation.Mediations;
import org.zhuxi.request.mediation.NewMediation;
import org.zhuxi.request.mediation.Party;
import org.zhuxi.testing.World;
import org.zhuxi.testing.ZhuxiTest;

/** Mediation from the first word to whether it was kept, and who may know. */
@ZhuxiTest
@Import(World.class)
class MediationTests {

    private final Mediations mediations;
    private final MediationTable table;
    private final MediationFileStore files;
    private final Activities activities;
    private final Acts acts;
    private final Accounts accounts;
    private final JdbcClient jdbc;
    private final MockMvc web;
    private final World.Made made;
    private final Actor clerk;
    private final LocalDate today;

    MediationTests(
            Mediations mediations,
            MediationTable table,
            MediationFileStore files,
            Activities activities,
            Acts acts,
            Accounts accounts,
            JdbcClient jdbc,
            MockMvc web,
            World world,
            Clock clock) {
        this.mediations = mediations;
        this.table = table;
        this.files = files;
        this.activities = activities;
        this.acts = acts;
        this.accounts = accounts;
        this.jdbc = jdbc;
        this.web = web;
        made = world.make(1);
        clerk = accounts.actorOf(made.username("clerk"));
        today = LocalDate.ofInstant(clock.instant(), ZoneId.of("Asia/Shanghai"));
    }

    private UUID opened() {
        return open(List.of(new Party("竹某", "0514 0000 0166"), new Party("溪某", "")));
    }

    private UUID open(List<Party> parties) {
        var typed = new NewMediation(
                Ids.next(), made.dwellings().getFirst(), Dispute.LEAK, Way.APPLIED, null, "楼上卫生间漏水，楼下吊顶坏了", parties);
        return mediations.open(clerk, typed, Origin.RECORDED).id();
    }

    private UUID accepted() {
        var id = opened();
        table.move(clerk, id, MediationState.MEDIATING, "");
        return id;
    }

    private UUID agreed() {
        var id = accepted();
        table.sit(clerk, id, today, "双方到场");
        table.draft(clerk, id, Form.WRITTEN, "楼上修管，楼下修顶，费用各半", today.plusDays(14));
        table.sign(clerk, id, today);
        return id;
    }

    @Test
    void goesFromTheFirstWordToAnAgreementThatIsKept() {
        var id = agreed();
        table.follow(clerk, id, today, "管道已换");
        table.move(clerk, id, MediationState.PERFORMED, "");
        acts.file();

        var file = mediations.get(clerk, id);
        assertThat(file.mediation().place()).as("never the dwelling").isEqualTo(made.communityCode() + "-Q1-B01");
        assertThat(file.mediation().due()).isEqualTo(today.plusMonths(1));
        assertThat(file.mediation().endedOn()).isEqualTo(today);
        assertThat(file.steps()).hasSize(7);
        var record = activities.get(clerk, Ids.derived(id, "agreed"));
        assertThat(record.kind()).isEqualTo("mediation.agreed");
        assertThat(record.place()).as("nobody learns which building").isEqualTo(made.path());
    }

    @Test
    void countsAgreementsAndTerminationsAndNothingElse() {
        agreed();
        var terminated = accepted();
        table.sit(clerk, terminated, today, "谈不拢");
        table.move(clerk, terminated, MediationState.TERMINATED, "一方不愿再谈");
        table.move(clerk, opened(), MediationState.NOT_ACCEPTED, "已在法院起诉");
        table.move(clerk, accepted(), MediationState.WITHDRAWN, "");

        var rate = mediations.rate(made.path(), today.getYear());
        assertThat(rate.concluded()).isEqualTo(2);
        assertThat(rate.agreed()).isEqualTo(1);
        assertThat(rate.isEnough()).isFalse();
        assertThat(fed("mediation.concluded")).isEqualTo(2);
        assertThat(fed("mediation.agreed")).isEqualTo(1);

        table.move(clerk, terminated, MediationState.MEDIATING, "又愿意谈了");
        assertThat(mediations.rate(made.path(), today.getYear()).concluded()).isEqualTo(1);
    }

    private int fed(String measure) {
        return jdbc.sql("select value from request.v_measures where place = :place and measure = :measure")
                .param("place", made.communityCode())
                .param("measure", measure)
                .query(Integer.class)
                .single();
    }

    @Test
    void refusesWhatTheLawOrTheOrderOfThingsForbids() {
        var id = opened();
        assertThatThrownBy(() -> table.sit(clerk, id, today, "x")).isInstanceOf(MediationRefused.NoWay.class);
        table.move(clerk, id, MediationState.MEDIATING, "");
        assertThatThrownBy(() -> table.move(clerk, id, MediationState.AGREED, "x"))
                .as("only by signing")
                .isInstanceOf(MediationRefused.NoWay.class);
        assertThatThrownBy(() -> table.draft(clerk, id, Form.ORAL, "x", today))
                .isInstanceOf(MediationRefused.NoSession.class);
        assertThatThrownBy(() -> table.sit(clerk, id, today.plusDays(1), "x"))
                .isInstanceOf(MediationRefused.WrongDay.class);
        table.sit(clerk, id, today, "x");
        assertThatThrownBy(() -> table.sign(clerk, id, today)).isInstanceOf(MediationRefused.NoDraft.class);
        assertThatThrownBy(() -> table.move(clerk, id, MediationState.WITHDRAWN, ""))
                .isInstanceOf(MediationRefused.HasSession.class);
        assertThatThrownBy(() -> table.move(clerk, id, MediationState.TERMINATED, " "))
                .isInstanceOf(Mistyped.Missing.class);
        table.extend(clerk, id, "等鉴定");
        assertThatThrownBy(() -> table.extend(clerk, id, "再等")).isInstanceOf(MediationRefused.ExtendedBefore.class);
        assertThatThrownBy(() -> open(List.of(new Party("一人", "")))).isInstanceOf(MediationRefused.WrongParties.class);
        assertThat(mediations.get(clerk, id).mediation().due())
                .isEqualTo(today.plusMonths(1).plusMonths(1));
    }

    @ParameterizedTest
    @EnumSource(MediationState.class)
    void reachesAnAgreementBySigningAlone(MediationState from) {
        assertThat(from.next()).isNotEmpty().doesNotContain(MediationState.AGREED, MediationState.APPLIED);
        assertThat(from.isAgreed() && !from.isConcluded()).isFalse();
    }

    @Test
    void isForMediatorsAloneAndEachLookIsKept() {
        var id = opened();
        var looked = looks(id);
        mediations.get(clerk, id);

        assertThat(looks(id)).isEqualTo(looked + 1);
        for (var who : List.of("steward", "verifier", "operator", "resident")) {
            var other = accounts.actorOf(made.username(who));
            assertThatThrownBy(() -> mediations.get(other, id)).as(who).isInstanceOf(Refused.Forbidden.class);
            assertThatThrownBy(() -> mediations.list(other, made.path(), null, "", 10, null))
                    .isInstanceOf(Refused.Forbidden.class);
        }
        assertThat(mediations.list(clerk, made.path(), null, "溪某", 10, null).items())
                .hasSize(1);
        assertThat(mediations.list(clerk, made.path(), null, "无名", 10, null).items())
                .isEmpty();
    }

    private int looks(UUID id) {
        return jdbc.sql("select count(*) from account.audit_entry where action = 'mediation.read' and subject = :id")
                .param("id", id.toString())
                .query(Integer.class)
                .single();
    }

    @Test
    void forgetsTelephonesFirstAndEverythingLater() {
        var id = opened();
        table.move(clerk, id, MediationState.NOT_ACCEPTED, "不属于调解范围");
        files.forgetPhones(today.plusDays(1));
        assertThat(mediations.get(clerk, id).parties()).containsExactly(new Party("竹某", ""), new Party("溪某", ""));

        files.forgetWords(today.plusDays(1));
        var file = mediations.get(clerk, id);
        assertThat(file.mediation().facts()).isEmpty();
        assertThat(file.parties()).allSatisfy(party -> assertThat(party.name()).isEmpty());
        assertThat(file.steps()).allSatisfy(step -> assertThat(step.words()).isEmpty());
    }

    @Test
    void showsFileAndPaperToTheMediatorAndNumbersToEverybody() throws Exception {
        var id = agreed();
        web.perform(get("/work/mediations").param("place", made.communityCode()).with(clerk()))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("竹某"))));
        web.perform(get("/work/mediations/" + id + "/agreement").with(clerk()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("竹某")))
                .andExpect(content().string(containsString("费用各半")));
        web.perform(get("/work/mediations.csv")
                        .param("place", made.communityCode())
                        .with(clerk()))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("竹某"))));
        web.perform(get("/api/v1/mediations/rate").param("place", made.communityCode()))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.agreed").value(1))
                .andExpect(jsonPath("$.concluded").value(1));
        web.perform(get("/mediations").with(clerk())).andExpect(status().isNotFound());
    }

    @Test
    void keepsWhatWasTypedWhenSomethingIsWrong() throws Exception {
        web.perform(post("/work/mediations")
                        .param("id", Ids.next().toString())
                        .param("place", made.communityCode())
                        .param("dispute", "PETS")
                        .param("way", "PROACTIVE")
                        .param("parties", "只有一人")
                        .param("facts", "狗叫")
                        .with(csrf())
                        .with(clerk()))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("只有一人")))
                .andExpect(content().string(containsString("value=\"PETS\" selected")));
        web.perform(post("/work/mediations/" + opened() + "/sessions")
                        .param("heldOn", "昨天")
                        .param("minutes", "来过了")
                        .with(csrf())
                        .with(clerk()))
                .andExpect(status().isUnprocessableContent());
    }

    private RequestPostProcessor clerk() {
        var person = new SignedIn(made.username("clerk"), "", true, clerk);
        return authentication(UsernamePasswordAuthenticationToken.authenticated(person, null, List.of()));
    }
}
