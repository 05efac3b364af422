package org.zhuxi.waste;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.zhuxi.testing.FormToken.csrf;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.zhuxi.account.Accounts;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Role;
import org.zhuxi.place.Household;
import org.zhuxi.place.Register;
import org.zhuxi.platform.security.SignedIn;
import org.zhuxi.testing.ZhuxiTest;

@ZhuxiTest
class FieldPagesTests {

    private final MockMvc web;
    private final JdbcClient jdbc;
    private final Drops drops;
    private final Neighbourhood.Builder builder;
    private final Neighbourhood here;
    private final Household household;
    private final UUID id = Ids.next();
    private final String since = Instant.now().minusSeconds(30).toString();

    FieldPagesTests(
            MockMvc web, JdbcClient jdbc, Drops drops, Stations stations, Register register, Accounts accounts) {
        this.web = web;
        this.jdbc = jdbc;
        this.drops = drops;
        builder = new Neighbourhood.Builder(register, accounts, stations);
        here = builder.build(2, 0);
        household = here.big().getFirst();
    }

    @Test
    void asksForTheCardWithTheCursorInTheField() throws Exception {
        show(get("/field/drop"))
                .andExpect(status().isOk())
                .andExpect(content().string(allOf(containsString("name=\"card\""), containsString("autofocus"))));
    }

    @Test
    void answersACardWithTheDoorAndTheFourClasses() throws Exception {
        send(step("WHO").param("card", household.cardCode()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString(household.label())))
                .andExpect(content().string(containsString("zx-class-hazardous")))
                .andExpect(content().string(containsString(id.toString())));
    }

    @Test
    void keepsAnUnknownCardAndSaysWhatToDo() throws Exception {
        send(step("WHO").param("card", "ZX-999-999-999"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content()
                        .string(allOf(containsString("value=\"ZX-999-999-999\""), containsString("还没有记录任何东西"))));
    }

    @Test
    void recordsTheDropAndShowsPointsAndTheNextCard() throws Exception {
        send(amount("1.2"))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("记好了"), containsString(household.label()), containsString("下一户"))));
        assertThat(drops.today(here.steward(), here.station()).drops()).isEqualTo(1);
    }

    @Test
    void saysThatADropSentAgainIsRecordedAlready() throws Exception {
        send(amount("1.2"));
        send(amount("1.2")).andExpect(status().isOk()).andExpect(content().string(containsString("早已记下")));
        assertThat(drops.today(here.steward(), here.station()).drops()).isEqualTo(1);
    }

    @Test
    void offersANewIdWhenTheFormWasUsedForAnotherDrop() throws Exception {
        send(amount("1.2"));
        send(amount("3.4"))
                .andExpect(status().isConflict())
                .andExpect(content()
                        .string(allOf(
                                containsString("value=\"3.4\""),
                                not(containsString("name=\"id\" value=\"" + id + "\"")))));
        assertThat(drops.today(here.steward(), here.station()).drops()).isEqualTo(1);
    }

    @Test
    void keepsAWeightInAnUnknownUnit() throws Exception {
        send(amount("3 lb"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content()
                        .string(allOf(
                                containsString("value=\"3 lb\""),
                                containsString("不认识单位"),
                                containsString("value=\"放门口\""),
                                containsString("name=\"id\" value=\"" + id + "\""))));
    }

    @Test
    void keepsAWeightThatNoHouseholdBrings() throws Exception {
        send(amount("5000"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(allOf(containsString("value=\"5000\""), containsString("is-invalid"))));
    }

    @Test
    void keepsATimeInTheFuture() throws Exception {
        send(amount("1.2").param("at", "2099-01-01T08:00"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("value=\"2099-01-01T08:00\"")));
        assertThat(drops.today(here.steward(), here.station()).drops()).isZero();
    }

    @Test
    void doesNotRecordForAHouseholdOfAnotherCommunity() throws Exception {
        var stranger = builder.build(1, 0).big().getFirst();
        send(step("AMOUNT")
                        .param("household", stranger.ref().id().toString())
                        .param("wasteClass", "residual")
                        .param("kg", "1")
                        .param("grade", "A"))
                .andExpect(status().isNotFound());
    }

    @Test
    void showsTheDayAndTheFateOfEachDrop() throws Exception {
        send(amount("1.2"));
        show(get("/field"))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString(household.label()),
                                containsString("已核实"),
                                containsString("corrects=" + id))));
    }

    @Test
    void tellsSomebodyWithoutAStationWhatToDo() throws Exception {
        var resident = builder.person("resident", here.code(), here.path(), Role.RESIDENT);
        web.perform(get("/field/drop").with(user(signedIn(resident)))).andExpect(redirectedUrl("/field"));
        web.perform(get("/field").with(user(signedIn(resident))))
                .andExpect(content().string(containsString("您名下还没有投放点")));
    }

    @Test
    void recordsAnInspectionOnceAndKeepsWrongNumbers() throws Exception {
        send(inspection("4", "5"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(allOf(containsString("value=\"4\""), containsString("value=\"5\""))));
        send(inspection("4", "3"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("记好了")));
        send(inspection("4", "3")).andExpect(content().string(containsString("之前已经记下")));
    }

    @Test
    void keepsThePhotoOfAnInspectionAndRefusesADisguisedProgram() throws Exception {
        inspectWith("MZ not a picture".getBytes(StandardCharsets.UTF_8))
                .andExpect(status().is4xxClientError())
                .andExpect(content().string(containsString("value=\"4\"")));
        inspectWith(jpeg()).andExpect(status().isOk());
        assertThat(jdbc.sql("select evidence_count from activity.activity where id = ?")
                        .param(id)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    private ResultActions inspectWith(byte[] photo) throws Exception {
        return web.perform(multipart("/field/inspect")
                .file(new MockMultipartFile("photo", "x.jpg", "image/jpeg", photo))
                .param("id", id.toString())
                .param("since", since)
                .param("checked", "4")
                .param("correct", "3")
                .with(csrf())
                .with(user(signedIn(here.steward()))));
    }

    private static byte[] jpeg() throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "jpeg", bytes);
        return bytes.toByteArray();
    }

    private MockHttpServletRequestBuilder inspection(String checked, String correct) {
        return post("/field/inspect")
                .param("id", id.toString())
                .param("since", since)
                .param("card", household.cardCode())
                .param("checked", checked)
                .param("correct", correct);
    }

    private MockHttpServletRequestBuilder amount(String kg) {
        return step("AMOUNT")
                .param("household", household.ref().id().toString())
                .param("since", since)
                .param("wasteClass", "residual")
                .param("kg", kg)
                .param("note", "放门口")
                .param("grade", "A");
    }

    private MockHttpServletRequestBuilder step(String step) {
        return post("/field/drop").param("id", id.toString()).param("step", step);
    }

    private ResultActions send(MockHttpServletRequestBuilder request) throws Exception {
        return show(request.with(csrf()));
    }

    private ResultActions show(MockHttpServletRequestBuilder request) throws Exception {
        return web.perform(request.with(user(signedIn(here.steward()))));
    }

    private static SignedIn signedIn(Actor actor) {
        return new SignedIn(actor.name(), "", true, actor);
    }
}
