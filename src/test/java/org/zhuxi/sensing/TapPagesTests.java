package org.zhuxi.sensing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.zhuxi.testing.FormToken.csrf;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.zhuxi.account.Accounts;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Origin;
import org.zhuxi.platform.security.SignedIn;
import org.zhuxi.sensing.internal.tap.TapFlow;
import org.zhuxi.testing.World;
import org.zhuxi.testing.ZhuxiTest;

/** Taps as people and programs meet them. */
@ZhuxiTest
@Import(World.class)
class TapPagesTests {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final Devices devices;
    private final TapFlow flow;
    private final Accounts accounts;
    private final MockMvc web;
    private final World.Made made;
    private final Actor head;

    TapPagesTests(Devices devices, TapFlow flow, World worlds, Accounts accounts, MockMvc web) {
        this.devices = devices;
        this.flow = flow;
        this.accounts = accounts;
        this.web = web;
        this.made = worlds.make(1);
        this.head = accounts.actorOf(made.username("head"));
    }

    @Test
    void staffDeclaresWhatTheTemplateProposesAndSeesWhatCameOfIt() throws Exception {
        var code = claim("scale");
        var form = send(get("/work/devices/" + code + "/new-tap")).getContentAsString();
        assertThat(form).contains("value=\"mass/waste.drop.kitchen\" selected").contains("value=\"0.1\"");
        var wrong = send(declared(code).param("least", "little"));
        assertThat(wrong.getStatus()).isEqualTo(422);
        assertThat(wrong.getContentAsString()).contains("value=\"little\"");
        var done = send(declared(code).param("least", "0.1"));
        assertThat(done.getStatus()).isEqualTo(302);
        var path = String.valueOf(done.getRedirectedUrl());
        devices.take(head, code, List.of(new DeviceReading(1, Instant.now(), Map.of("mass", new BigDecimal("2.35")))));
        flow.flow();

        assertThat(send(get(path)).getContentAsString()).contains("2.35").contains("/work/activities/");
        assertThat(send(get("/work/devices/" + code)).getContentAsString()).contains(path);
        assertThat(send(get("/work/taps").param("place", made.communityCode())).getContentAsString())
                .contains(path);
        assertThat(send(post(path + "/pause")).getStatus()).isEqualTo(302);
        assertThat(send(get(path)).getContentAsString()).contains(path + "/resumption");
        assertThat(send(post(path + "/ending")).getStatus()).isEqualTo(302);
        assertThat(send(get("/work/taps.csv").param("place", made.communityCode()))
                        .getContentAsString())
                .contains(code + ",mass,waste.drop.kitchen,WEIGHING,ENDED");
    }

    @Test
    void aFallIsShownAndExplainedOnThePage() throws Exception {
        var code = claim("water-meter");
        var token = accounts.issueToken(
                World.founder(),
                made.username("head"),
                "t",
                Set.of("sensing:manage", "sensing:read"),
                Duration.ofDays(1));
        var id = Ids.next();
        var today = LocalDate.now(ZONE);
        var body = """
                {"device":"%s","quantity":"volume","kind":"meter.water","reckoning":"COUNTER","since":"%s"}""".formatted(code, today.minusDays(2));
        var put = web.perform(put("/api/v1/taps/" + id)
                        .contentType(MediaType.APPLICATION_JSON)
                        .header("Authorization", "Bearer " + token)
                        .content(body))
                .andReturn()
                .getResponse();
        assertThat(put.getStatus()).isEqualTo(200);
        for (var days = 2; days >= 1; days--) {
            var at = today.minusDays(days).atStartOfDay(ZONE).toInstant();
            devices.take(
                    head,
                    code,
                    List.of(new DeviceReading(days, at, Map.of("volume", BigDecimal.valueOf(days == 2 ? 80 : 3)))));
        }
        flow.flow();
        var path = "/work/taps/" + id;
        var fall = today.minusDays(1).atStartOfDay(ZONE).toInstant().toString();

        assertThat(send(get(path)).getContentAsString()).contains(fall);
        var wrong = send(post(path + "/turns").param("at", fall).param("last", "79"));
        assertThat(wrong.getStatus()).isEqualTo(422);
        assertThat(wrong.getContentAsString()).contains("value=\"79\"");
        assertThat(send(post(path + "/turns")
                                .param("at", fall)
                                .param("last", "81.5")
                                .param("first", "0"))
                        .getStatus())
                .isEqualTo(302);
        flow.flow();
        assertThat(send(get(path)).getContentAsString()).contains("4.500").doesNotContain(path + "/turns");
        var shown = web.perform(get("/api/v1/taps/" + id).header("Authorization", "Bearer " + token))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(shown).contains("\"state\":\"RUNNING\"").contains("\"activity\":\"");
    }

    private AbstractMockHttpServletRequestBuilder<?> declared(String code) {
        return post("/work/taps")
                .param("device", code)
                .param("what", "mass/waste.drop.kitchen")
                .param("reckoning", "WEIGHING");
    }

    private String claim(String template) {
        var code = "P-" + template.toUpperCase(Locale.ROOT) + "-" + made.communityCode();
        return devices.claim(head, new NewDevice(code, template, made.communityCode(), "东门", false), Origin.RECORDED)
                .code();
    }

    private MockHttpServletResponse send(AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        var person = new SignedIn("somebody", "", true, head);
        var signedIn = UsernamePasswordAuthenticationToken.authenticated(person, null, person.getAuthorities());
        return web.perform(request.with(csrf()).with(authentication(signedIn)))
                .andReturn()
                .getResponse();
    }
}
