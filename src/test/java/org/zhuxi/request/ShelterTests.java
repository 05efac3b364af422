package org.zhuxi.request;

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

import java.time.LocalDate;
import java.util.UUID;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.zhuxi.account.Accounts;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Mistyped;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.Refused;
import org.zhuxi.platform.security.SignedIn;
import org.zhuxi.request.animal.NewAnimal;
import org.zhuxi.request.animal.Shelter;
import org.zhuxi.request.animal.ShelterAnimal.Species;
import org.zhuxi.request.animal.ShelterAnimal.State;
import org.zhuxi.request.animal.ShelterAnimal.Step;
import org.zhuxi.testing.World;
import org.zhuxi.testing.ZhuxiTest;

/** Animals are taken in, and the log says what became of each; nothing is taken out of it. */
@ZhuxiTest
@Import(World.class)
class ShelterTests {

    private final Shelter shelter;
    private final MockMvc web;
    private final World.Made made;
    private final Actor clerk;
    private final Actor resident;
    private final RequestPostProcessor desk;

    ShelterTests(Shelter shelter, MockMvc web, World world, Accounts accounts) {
        this.shelter = shelter;
        this.web = web;
        made = world.make(1);
        clerk = accounts.actorOf(made.username("clerk"));
        resident = accounts.actorOf(made.username("resident"));
        desk = user(new SignedIn("c", "", true, clerk));
    }

    private NewAnimal cat(LocalDate on) {
        return new NewAnimal(made.communityCode(), null, Species.CAT, "橘猫，左耳有缺口", "值班室", on);
    }

    private UUID takenIn() {
        return shelter.takeIn(clerk, Ids.next(), cat(LocalDate.now().minusDays(9)), Origin.RECORDED)
                .id();
    }

    @Test
    void theLogSaysWhatBecameOfEachAndWhatWasWrongStaysInIt() {
        var id = takenIn();
        shelter.note(clerk, id, State.DIED, null, "记成了别的猫");
        shelter.note(clerk, id, State.ADOPTED, LocalDate.now().minusDays(2), "更正：已被领养");
        var animal = shelter.get(clerk, id);
        assertThat(animal.state()).isEqualTo(State.ADOPTED);
        assertThat(shelter.steps(animal)).extracting(Step::number).containsExactly(1, 2);
        assertThat(shelter.list(clerk, made.path(), State.TAKEN_IN, 10, null).items())
                .isEmpty();
        assertThat(shelter.list(clerk, made.path(), null, 10, null).items()).containsExactly(animal);
    }

    @Test
    void refusesDaysThatCannotBeAndOtherPeople() {
        assertThatThrownBy(() ->
                        shelter.takeIn(clerk, Ids.next(), cat(LocalDate.now().plusDays(2)), Origin.RECORDED))
                .isInstanceOf(Mistyped.OutOfRange.class);
        var id = takenIn();
        assertThatThrownBy(() ->
                        shelter.note(clerk, id, State.ADOPTED, LocalDate.now().minusDays(20), "早了"))
                .isInstanceOf(Mistyped.OutOfRange.class);
        assertThatThrownBy(() -> shelter.get(resident, id)).isInstanceOf(Refused.Forbidden.class);
        assertThatThrownBy(() -> shelter.takeIn(resident, Ids.next(), cat(LocalDate.now()), Origin.RECORDED))
                .isInstanceOf(Refused.Forbidden.class);
    }

    @Test
    void thePageKeepsWhatWasTypedAndTheTableIsTakenAlong() throws Exception {
        web.perform(post("/work/animals")
                        .with(desk)
                        .with(csrf())
                        .param("place", made.communityCode())
                        .param("species", "DOG")
                        .param("looks", "黄色短毛")
                        .param("keptAt", ""))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(Matchers.containsString("黄色短毛")))
                .andExpect(content().string(Matchers.containsString("keptAt-error")));
        var id = takenIn();
        web.perform(post("/work/animals/" + id + "/steps")
                        .with(desk)
                        .with(csrf())
                        .param("state", "RETURNED")
                        .param("words", "主人认领"))
                .andExpect(status().is3xxRedirection());
        web.perform(get("/work/animals/" + id).with(desk)).andExpect(content().string(Matchers.containsString("主人认领")));
        web.perform(get("/work/animals.csv").with(desk).param("place", made.communityCode()))
                .andExpect(content().string(Matchers.containsString("CAT,橘猫，左耳有缺口,值班室,")));
    }

    @Test
    void programsKeepItToo() throws Exception {
        var one = "/api/v1/shelter-animals/" + Ids.next();
        web.perform(put(one).with(desk)
                        .with(csrf())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("""
                                {"place":"%s","species":"DOG","looks":"黄","keptAt":"驿站"}""".formatted(made.communityCode())))
                .andExpect(jsonPath("$.state").value("TAKEN_IN"));
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
                        .content("{\"state\":\"HANDED_OVER\",\"words\":\"送城管收容所\"}"))
                .andExpect(jsonPath("$.steps[0].state").value("HANDED_OVER"));
        web.perform(get("/api/v1/shelter-animals").with(desk).param("place", made.communityCode()))
                .andExpect(jsonPath("$.items[0].looks").value("黄"));
    }
}
