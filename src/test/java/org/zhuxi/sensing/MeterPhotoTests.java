package org.zhuxi.sensing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.zhuxi.testing.FormToken.csrf;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.zhuxi.account.Accounts;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Origin;
import org.zhuxi.platform.security.SignedIn;
import org.zhuxi.sensing.meter.Meter;
import org.zhuxi.sensing.meter.MeterKind;
import org.zhuxi.sensing.meter.Meters;
import org.zhuxi.sensing.meter.NewMeter;
import org.zhuxi.testing.World;
import org.zhuxi.testing.ZhuxiTest;

/** A household sends a photo with its reading, and whoever looks after the meters sees it. */
@ZhuxiTest
@Import(World.class)
class MeterPhotoTests {

    private final Meters meters;
    private final MockMvc web;
    private final Actor head;
    private final Actor resident;
    private final Actor verifier;
    private final Meter meter;

    MeterPhotoTests(Meters meters, World worlds, Accounts accounts, MockMvc web) {
        this.meters = meters;
        this.web = web;
        var made = worlds.make(1);
        this.head = accounts.actorOf(made.username("head"));
        this.resident = accounts.actorOf(made.username("resident"));
        this.verifier = accounts.actorOf(made.username("verifier"));
        this.meter = meters.add(
                head,
                new NewMeter(
                        Ids.next(),
                        MeterKind.WATER,
                        made.dwellings().getFirst(),
                        true,
                        "厨房水表",
                        null,
                        LocalDate.of(2025, 1, 1),
                        Origin.RECORDED));
    }

    @Test
    void staffSeesThePhotoThatCameWithAReadingAndOthersDoNot() throws Exception {
        var id = Ids.next();
        assertThat(enter(id, photo()).getStatus()).isEqualTo(302);
        assertThat(enter(id, photo()).getStatus()).isEqualTo(302);
        var address = "/work/meters/" + meter.id() + "/readings/" + id + "/photo";

        assertThat(send(head, get("/work/meters/" + meter.id())).getContentAsString())
                .contains(address);
        var shown = send(head, get(address));
        assertThat(shown.getStatus()).isEqualTo(200);
        assertThat(shown.getContentType()).startsWith("image/");
        assertThat(send(resident, get(address)).getStatus()).isEqualTo(200);
        assertThat(send(verifier, get(address)).getStatus()).isEqualTo(403);
    }

    @Test
    void programsHaveThePhotoToo() throws Exception {
        var withPhoto = Ids.next();
        enter(withPhoto, photo());
        var address = "/api/v1/meters/" + meter.id();

        assertThat(send(head, get(address)).getContentAsString()).contains("\"photos\":[\"" + withPhoto + "\"]");
        var shown = send(head, get(address + "/readings/" + withPhoto + "/photo"));
        assertThat(shown.getStatus()).isEqualTo(200);
        assertThat(shown.getContentType()).startsWith("image/");
        assertThat(send(head, get(address + "/readings/" + Ids.next() + "/photo"))
                        .getStatus())
                .isEqualTo(404);
        assertThat(send(verifier, get(address + "/readings/" + withPhoto + "/photo"))
                        .getStatus())
                .isEqualTo(403);
    }

    @Test
    void aFileThatIsNoPhotoIsRefusedTogetherWithTheReading() throws Exception {
        var refused = enter(Ids.next(), "%PDF-1.4\n%%EOF".getBytes(StandardCharsets.UTF_8));

        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(refused.getContentAsString()).contains("value=\"103\"");
        assertThat(meters.readings(head, meter.id(), 10)).isEmpty();
    }

    @Test
    void aReadingWithoutAPhotoIsTakenToo() throws Exception {
        assertThat(enter(Ids.next(), new byte[0]).getStatus()).isEqualTo(302);
        assertThat(meters.readings(head, meter.id(), 10)).hasSize(1);
    }

    private MockHttpServletResponse enter(UUID id, byte[] file) throws Exception {
        return send(
                resident,
                multipart("/me/meters/" + meter.id() + "/readings")
                        .file("photo", file)
                        .param("id", id.toString())
                        .param("day", "2025-03-01")
                        .param("value", "103"));
    }

    private static byte[] photo() throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return bytes.toByteArray();
    }

    private MockHttpServletResponse send(Actor actor, AbstractMockHttpServletRequestBuilder<?> request)
            throws Exception {
        var person = new SignedIn("somebody", "", true, actor);
        var signedIn = UsernamePasswordAuthenticationToken.authenticated(person, null, person.getAuthorities());
        return web.perform(request.with(csrf()).with(authentication(signedIn)))
                .andReturn()
                .getResponse();
    }
}
