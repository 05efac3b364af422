package org.zhuxi.sensing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.zhuxi.testing.FormToken.csrf;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.zhuxi.account.Accounts;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Origin;
import org.zhuxi.platform.security.SignedIn;
import org.zhuxi.sensing.internal.alarm.AlarmWatch;
import org.zhuxi.sensing.meter.MeterKind;
import org.zhuxi.sensing.meter.Meters;
import org.zhuxi.sensing.meter.NewMeter;
import org.zhuxi.testing.World;
import org.zhuxi.testing.ZhuxiTest;

/** Meters, alarms and live readings as people and network servers meet them. */
@ZhuxiTest
@Import(World.class)
class SensingPagesTests {

    private final Devices devices;
    private final Meters meters;
    private final AlarmWatch watch;
    private final World worlds;
    private final Accounts accounts;
    private final MockMvc web;

    SensingPagesTests(Devices devices, Meters meters, AlarmWatch watch, World worlds, Accounts accounts, MockMvc web) {
        this.devices = devices;
        this.meters = meters;
        this.watch = watch;
        this.worlds = worlds;
        this.accounts = accounts;
        this.web = web;
    }

    @Test
    void aResidentEntersReadingsAndSeesWhatTheHomeUsed() throws Exception {
        var made = worlds.make(1);
        var resident = accounts.actorOf(made.username("resident"));
        var meter = meters.add(
                accounts.actorOf(made.username("head")),
                new NewMeter(
                        Ids.next(),
                        MeterKind.WATER,
                        made.dwellings().getFirst(),
                        true,
                        "厨房水表",
                        null,
                        LocalDate.of(2025, 1, 1),
                        Origin.SYNTHETIC));
        var path = "/me/meters/" + meter.id() + "/readings";

        assertThat(send(resident, post(path).param("day", "2025-03-01").param("value", "100"))
                        .getStatus())
                .isEqualTo(302);
        assertThat(send(resident, post(path).param("day", "2025-03-11").param("value", "103"))
                        .getStatus())
                .isEqualTo(302);
        var wrong = send(resident, post(path).param("day", "2025-03-21").param("value", "99"));

        assertThat(wrong.getStatus()).isEqualTo(422);
        assertThat(wrong.getContentAsString()).contains("value=\"99\"").contains("is-invalid");
        // three people, ten days, three cubic metres
        assertThat(send(resident, get("/me/meters")).getContentAsString())
                .contains("厨房水表")
                .contains("0.100");
    }

    @Test
    void theDeskAddsARuleAndTakesTheAlarmInHand() throws Exception {
        var made = worlds.make(1);
        var head = accounts.actorOf(made.username("head"));
        var code = "PAGE-" + made.communityCode();
        claim(head, made, code);
        var rule = Map.of(
                "place", made.communityCode(),
                "what", "noise/level",
                "condition", "ABOVE",
                "forMinutes", "0");
        var wrong = send(head, withAll(post("/work/alarms/rules"), rule).param("threshold", "loud"));
        assertThat(wrong.getStatus()).isEqualTo(422);
        assertThat(wrong.getContentAsString()).contains("value=\"loud\"");
        assertThat(send(head, withAll(post("/work/alarms/rules"), rule).param("threshold", "55"))
                        .getStatus())
                .isEqualTo(302);
        devices.take(head, code, List.of(new DeviceReading(1, null, Map.of("level", new BigDecimal("61")))));
        watch.look();

        var board = send(head, get("/work/alarms").param("place", made.communityCode()))
                .getContentAsString();
        assertThat(board).contains(code);
        var start = board.indexOf("/work/alarms/", board.indexOf("<tbody>"));
        var alarm = board.substring(start, board.indexOf('"', start));
        assertThat(send(head, post(alarm + "/acknowledgement").param("words", "已劝散"))
                        .getStatus())
                .isEqualTo(302);
        assertThat(send(head, get(alarm)).getContentAsString()).contains("已劝散");
    }

    @Test
    void readingsShowAsTheyCome() throws Exception {
        var made = worlds.make(1);
        var head = accounts.actorOf(made.username("head"));
        var code = "LIVE-" + made.communityCode();
        claim(head, made, code);
        devices.take(head, code, List.of(new DeviceReading(1, null, Map.of("level", new BigDecimal("48.5")))));

        var events = send(head, get("/work/devices/" + code + "/live").param("seconds", "0"));

        assertThat(events.getContentType()).startsWith("text/event-stream");
        assertThat(events.getContentAsString()).contains("\ndata: {").contains("48.5");
    }

    @Test
    void anUplinkOfANetworkServerCountsOnce() throws Exception {
        var made = worlds.make(1);
        var head = accounts.actorOf(made.username("head"));
        var code = "70B3D57E" + made.communityCode();
        claim(head, made, code);
        var token = accounts.issueToken(
                World.founder(), made.username("head"), "t", Set.of("sensing:write"), Duration.ofDays(1));
        var body = """
                {"deviceInfo":{"devEui":"%s"},"time":"2026-03-01T00:00:00Z","fCnt":0,"object":{"level":44.5,"battery":3.3}}""".formatted(code);

        assertThat(uplink(token, body)).contains("TAKEN");
        assertThat(uplink(token, body)).contains("KNOWN");
    }

    private String uplink(String token, String body) throws Exception {
        return web.perform(post("/api/v1/networks/chirpstack?event=up")
                        .header("Authorization", "Bearer " + token)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private void claim(Actor head, World.Made made, String code) {
        devices.claim(head, new NewDevice(code, "noise", made.communityCode(), "噪声计", true), Origin.SYNTHETIC);
    }

    private static AbstractMockHttpServletRequestBuilder<?> withAll(
            AbstractMockHttpServletRequestBuilder<?> request, Map<String, String> fields) {
        fields.forEach(request::param);
        return request;
    }

    private MockHttpServletResponse send(Actor actor, AbstractMockHttpServletRequestBuilder<?> request)
            throws Exception {
        return web.perform(request.with(csrf()).with(authentication(signedIn(actor))))
                .andReturn()
                .getResponse();
    }

    private static Authentication signedIn(Actor actor) {
        var person = new SignedIn("somebody", "", true, actor);
        return UsernamePasswordAuthenticationToken.authenticated(person, null, person.getAuthorities());
    }
}
