package org.zhuxi.waste;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.zhuxi.testing.FormToken.csrf;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.MockMvc;
import org.zhuxi.account.Accounts;
import org.zhuxi.account.NewAccount;
import org.zhuxi.activity.Activities;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Grant;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.Refused;
import org.zhuxi.kernel.Role;
import org.zhuxi.place.Household;
import org.zhuxi.place.Register;
import org.zhuxi.platform.security.SignedIn;
import org.zhuxi.points.Points;
import org.zhuxi.testing.ZhuxiTest;
import org.zhuxi.waste.neighbour.NeighbourRefused;
import org.zhuxi.waste.neighbour.Pairs;
import org.zhuxi.waste.neighbour.Task;
import org.zhuxi.waste.neighbour.TaskTemplates;
import org.zhuxi.waste.neighbour.Tasks;

@ZhuxiTest
class NeighbourTests {

    private final MockMvc web;
    private final Tasks tasks;
    private final TaskTemplates templates;
    private final Pairs pairs;
    private final Drops drops;
    private final Points points;
    private final Activities activities;
    private final Accounts accounts;
    private final Neighbourhood here;
    private final Household home;
    private final Actor parent;

    NeighbourTests(
            MockMvc web,
            Tasks tasks,
            TaskTemplates templates,
            Pairs pairs,
            Drops drops,
            Points points,
            Activities activities,
            Stations stations,
            Register register,
            Accounts accounts) {
        this.web = web;
        this.tasks = tasks;
        this.templates = templates;
        this.pairs = pairs;
        this.drops = drops;
        this.points = points;
        this.activities = activities;
        this.accounts = accounts;
        here = new Neighbourhood.Builder(register, accounts, stations).build(3, 0);
        home = here.big().getFirst();
        parent = resident("parent", home);
    }

    @Test
    void aTaskEarnsItsPointsWhenSomebodyElseAcceptsIt() {
        var id = taken("battery-hunt");
        assertThatThrownBy(() -> tasks.accept(here.clerk(), id)).isInstanceOf(NeighbourRefused.TaskMoved.class);
        tasks.finish(parent, id, "找到七节电池");
        assertThat(tasks.waiting(here.clerk(), here.community()))
                .extracting(Task::nickname)
                .containsExactly("小竹");

        tasks.accept(here.clerk(), id);

        assertThat(points.balances(List.of(home.ref()))).containsEntry(home.ref(), 3L);
        assertThat(tasks.ofHousehold(parent, home.ref()).getFirst().state()).isEqualTo(Task.State.ACCEPTED);
        assertThatThrownBy(() -> tasks.accept(here.head(), id)).isInstanceOf(NeighbourRefused.TaskMoved.class);
        assertThat(points.balances(List.of(home.ref()))).containsEntry(home.ref(), 3L);
    }

    @Test
    void aTaskIsGivenBackWithAWordAndDoneAgain() {
        var id = taken("book-swap");
        tasks.finish(parent, id, "换了");
        tasks.giveBack(here.clerk(), id, "请写上书名");
        assertThat(tasks.ofHousehold(parent, home.ref()).getFirst().reason()).isEqualTo("请写上书名");
        tasks.finish(parent, id, "《格林童话》换《夏洛的网》");
        tasks.accept(here.clerk(), id);

        assertThat(activities
                        .get(here.clerk(), Ids.derived(id, "task"))
                        .quantities()
                        .get("credit"))
                .isEqualByComparingTo("2");
    }

    @Test
    void onlyTheHouseholdTakesItsTasksAndNeverTooMany() {
        for (var i = 0; i < 3; i++) {
            taken("five-bags");
        }
        assertThatThrownBy(() -> taken("five-bags")).isInstanceOf(WasteRefused.Unreadable.class);
        assertThatThrownBy(() ->
                        tasks.take(parent, Ids.next(), here.big().get(1).ref(), "five-bags", "小竹", Origin.SYNTHETIC))
                .isInstanceOf(Refused.NotFound.class);
        assertThatThrownBy(() -> tasks.finish(
                        resident("nosy", here.big().get(2)),
                        tasks.ofHousehold(parent, home.ref()).getFirst().id(),
                        "我做的"))
                .isInstanceOf(Refused.NotFound.class);
        assertThat(templates.list()).hasSizeGreaterThanOrEqualTo(3);
    }

    @Test
    void aPairBeginsWhenBothConsentAndEitherEndsItAtAnyTime() {
        var helped = here.big().get(1);
        var id = pairs.propose(here.clerk(), home, helped, "王阿姨", Origin.SYNTHETIC);
        var drop = drop(helped);
        assertThatThrownBy(() -> pairs.carried(here.steward(), id, drop))
                .isInstanceOf(NeighbourRefused.NotCarried.class);

        pairs.consent(parent, id);
        pairs.carried(here.steward(), id, drop);
        pairs.carried(here.steward(), id, drop);

        assertThat(pairs.ofHousehold(parent, home.ref()))
                .singleElement()
                .satisfies(pair -> assertThat(pair.carried()).isEqualTo(1));
        assertThat(activities.get(here.clerk(), Ids.derived(drop, "help")).household())
                .isEqualTo(home.ref().id());
        assertThatThrownBy(() -> pairs.propose(here.clerk(), home, helped, "王阿姨", Origin.SYNTHETIC))
                .isInstanceOf(NeighbourRefused.PairStands.class);
        pairs.end(resident("helped", helped), id, "");
        assertThatThrownBy(() -> pairs.carried(here.steward(), id, drop(helped)))
                .isInstanceOf(NeighbourRefused.NotCarried.class);
        assertThatThrownBy(() -> pairs.end(here.clerk(), id, "")).isInstanceOf(NeighbourRefused.PairStands.class);
    }

    @Test
    void aDropOfAnotherHouseholdIsNotNotedAsCarried() {
        var id = pairs.propose(here.clerk(), home, here.big().get(1), "王阿姨", Origin.SYNTHETIC);
        pairs.consent(parent, id);

        assertThatThrownBy(
                        () -> pairs.carried(here.steward(), id, drop(here.big().get(2))))
                .isInstanceOf(NeighbourRefused.NotCarried.class);
        assertThatThrownBy(() -> pairs.consent(resident("third", here.big().get(2)), id))
                .isInstanceOf(Refused.NotFound.class);
    }

    @Test
    void takesATaskFromTheFormAndKeepsWhatWasTyped() throws Exception {
        var signedIn = user(new SignedIn("parent", "", true, parent));
        web.perform(post("/me/tasks")
                        .param("template", "five-bags")
                        .param("nickname", "小竹")
                        .with(signedIn)
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
        web.perform(get("/me/tasks").with(signedIn)).andExpect(content().string(containsString("小竹")));
        web.perform(post("/me/tasks")
                        .param("template", "five-bags")
                        .param("nickname", "一个实在是太长太长太长太长太长太长太长的昵称")
                        .with(signedIn)
                        .with(csrf()))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("一个实在是太长")));
        web.perform(get("/me/pairs").with(signedIn)).andExpect(status().isOk());
    }

    private UUID taken(String template) {
        var id = Ids.next();
        tasks.take(parent, id, home.ref(), template, "小竹", Origin.SYNTHETIC);
        return id;
    }

    private UUID drop(Household household) {
        var drop = here.drop(household, WasteClass.RESIDUAL, "1.2", Grade.A);
        drops.record(here.steward(), drop);
        return drop.id();
    }

    private Actor resident(String who, Household household) {
        var username = who + "-" + here.code();
        accounts.open(
                Neighbourhood.OPERATOR,
                List.of(new NewAccount(
                        username,
                        null,
                        who,
                        "green-" + here.code() + "-bamboo",
                        Set.of(new Grant(Role.RESIDENT, here.path())),
                        Set.of(household.ref()),
                        Origin.SYNTHETIC)));
        return accounts.actorOf(username);
    }
}
