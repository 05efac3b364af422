package org.zhuxi.sensing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.zhuxi.testing.FormToken.csrf;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.test.web.servlet.MockMvc;
import org.zhuxi.account.Accounts;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.Refused;
import org.zhuxi.platform.security.SignedIn;
import org.zhuxi.testing.World;
import org.zhuxi.testing.ZhuxiTest;

/** A device from its claim to its readings. */
@ZhuxiTest
@Import(World.class)
class DeviceTests {

    private static final AtomicInteger CODES = new AtomicInteger(1000);

    private final Devices devices;
    private final SensorThings things;
    private final World worlds;
    private final Accounts accounts;
    private final MockMvc web;

    DeviceTests(Devices devices, SensorThings things, World worlds, Accounts accounts, MockMvc web) {
        this.devices = devices;
        this.things = things;
        this.worlds = worlds;
        this.accounts = accounts;
        this.web = web;
    }

    @Test
    void aMessageSentTwiceCountsOnce() {
        var made = worlds.make(1);
        var head = accounts.actorOf(made.username("head"));
        var probe = claim(head, made);
        var reading = reading(1, "61.5");

        var first = devices.take(head, probe.code(), List.of(reading, reading(2, "62")));
        var again = devices.take(head, probe.code(), List.of(reading, reading(2, "62"), reading(3, "63")));

        assertThat(first).extracting(ReadingOutcome::status).containsOnly(ReadingOutcome.Status.TAKEN);
        assertThat(again)
                .extracting(ReadingOutcome::status)
                .containsExactly(ReadingOutcome.Status.KNOWN, ReadingOutcome.Status.KNOWN, ReadingOutcome.Status.TAKEN);
        var service = new Service(things, head, false);
        assertThat(service.read("Things(" + probe.thing()
                                + ")/Datastreams?$expand=Observations&$filter=properties/quantity eq 'temperature'")
                        .get("value")
                        .get(0)
                        .get("Observations"))
                .hasSize(3);
    }

    @Test
    void whatCannotBeIsRefusedByItself() {
        var made = worlds.make(1);
        var head = accounts.actorOf(made.username("head"));
        var probe = claim(head, made);

        var outcomes = devices.take(
                head,
                probe.code(),
                List.of(
                        reading(1, "500"),
                        new DeviceReading(
                                2, Instant.now().plus(Duration.ofDays(400)), Map.of("temperature", BigDecimal.TEN)),
                        new DeviceReading(3, null, Map.of("colour", BigDecimal.ONE)),
                        reading(4, "50")));

        assertThat(outcomes)
                .extracting(one -> one.problem() == null ? "" : one.problem().slug())
                .containsExactly("sensing-implausible", "sensing-clock", "sensing-quantity", "");
    }

    @Test
    void aDeviceIsClaimedOnceAndOnlyWhereOneMay() {
        var made = worlds.make(1);
        var beside = worlds.make(1);
        var head = accounts.actorOf(made.username("head"));
        var probe = claim(head, made);

        assertThat(devices.claim(
                                head,
                                new NewDevice(
                                        probe.code().toLowerCase(java.util.Locale.ROOT),
                                        "compost-probe",
                                        made.communityCode(),
                                        "again",
                                        false),
                                Origin.RECORDED)
                        .thing())
                .isEqualTo(probe.thing());
        assertThatThrownBy(() -> devices.claim(
                        head, new NewDevice(probe.code(), "noise", made.communityCode(), "x", false), Origin.RECORDED))
                .isInstanceOf(SensingRefused.Claimed.class);
        assertThatThrownBy(() -> devices.claim(
                        head, new NewDevice("AB-1234", "noise", beside.communityCode(), "x", false), Origin.RECORDED))
                .isInstanceOf(Refused.Forbidden.class);
        assertThatThrownBy(() -> devices.claim(
                        head, new NewDevice("A B", "noise", made.communityCode(), "x", false), Origin.RECORDED))
                .isInstanceOf(SensingRefused.NoCode.class);
    }

    @Test
    void healthFollowsTheMessages() {
        var made = worlds.make(1);
        var head = accounts.actorOf(made.username("head"));
        var probe = claim(head, made);
        var now = Instant.now();

        assertThat(probe.health(now)).isEqualTo(Device.Health.WAITING);
        devices.take(head, probe.code(), List.of(reading(1, "20")));
        var seen = devices.get(head, probe.code());
        assertThat(seen.health(now)).isEqualTo(Device.Health.ONLINE);
        assertThat(seen.health(now.plus(Duration.ofHours(4)))).isEqualTo(Device.Health.SILENT);
        devices.retire(head, probe.code(), "broken");
        assertThatThrownBy(() -> devices.take(head, probe.code(), List.of(reading(2, "20"))))
                .isInstanceOf(SensingRefused.Retired.class);
    }

    @Test
    void aProbeIsClaimedAtTheDeskAndItsTableOfReadingsShows() throws Exception {
        var made = worlds.make(1);
        var head = accounts.actorOf(made.username("head"));
        var code = "QR-" + CODES.incrementAndGet();
        var who = signedIn(head);

        var wrong = web.perform(post("/work/devices")
                        .with(csrf())
                        .with(authentication(who))
                        .param("code", code)
                        .param("template", "heat")
                        .param("place", made.communityCode()))
                .andReturn()
                .getResponse();
        assertThat(wrong.getStatus()).isEqualTo(422);
        assertThat(wrong.getContentAsString()).contains(code).contains("is-invalid");
        var right = web.perform(post("/work/devices")
                        .with(csrf())
                        .with(authentication(who))
                        .param("code", code)
                        .param("template", "heat")
                        .param("place", made.communityCode())
                        .param("name", "南门温湿度计"))
                .andReturn()
                .getResponse();
        assertThat(right.getRedirectedUrl()).isEqualTo("/work/devices/" + code);
        var token = accounts.issueToken(
                World.founder(), made.username("head"), "t", Set.of("sensing:write"), Duration.ofDays(1));
        var taken = web.perform(post("/api/v1/devices/" + code + "/readings")
                        .header("Authorization", "Bearer " + token)
                        .contentType(MediaType.valueOf("text/csv"))
                        .content("sequence,at,temperature,humidity\n1,,31.5,70\n2,,x,\n"))
                .andReturn()
                .getResponse();
        assertThat(taken.getStatus()).isEqualTo(422);
        taken = web.perform(post("/api/v1/devices/" + code + "/readings")
                        .header("Authorization", "Bearer " + token)
                        .contentType(MediaType.valueOf("text/csv"))
                        .content("sequence,at,temperature,humidity\n1,,31.5,70\n"))
                .andReturn()
                .getResponse();
        assertThat(taken.getContentAsString()).contains("TAKEN");
        var page = web.perform(get("/work/devices/" + code).with(authentication(who)))
                .andReturn()
                .getResponse();
        assertThat(page.getContentAsString()).contains("31.5");
        var list = web.perform(get("/work/devices").param("q", code).with(authentication(who)))
                .andReturn()
                .getResponse();
        assertThat(list.getContentAsString()).contains("南门温湿度计");
    }

    @Test
    void aReadingThatIsMissingIsRefusedByName() throws Exception {
        var made = worlds.make(1);
        var probe = claim(accounts.actorOf(made.username("head")), made);
        var token = accounts.issueToken(
                World.founder(), made.username("head"), "t", Set.of("sensing:write"), Duration.ofDays(1));

        var answer = web.perform(post("/api/v1/devices/" + probe.code() + "/readings")
                        .header("Authorization", "Bearer " + token)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"readings\":[null]}"))
                .andReturn()
                .getResponse();

        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getContentAsString()).contains("typed-missing", "readings");
    }

    private Device claim(Actor head, World.Made made) {
        return devices.claim(
                head,
                new NewDevice("EUI-" + CODES.incrementAndGet(), "compost-probe", made.communityCode(), "三号箱", false),
                Origin.SYNTHETIC);
    }

    private static DeviceReading reading(long sequence, String degrees) {
        return new DeviceReading(sequence, null, Map.of("temperature", new BigDecimal(degrees)));
    }

    private static Authentication signedIn(Actor actor) {
        var person = new SignedIn("head", "", true, actor);
        return UsernamePasswordAuthenticationToken.authenticated(person, null, person.getAuthorities());
    }
}
