package org.zhuxi.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.xpath;
import static org.zhuxi.testing.FormToken.csrf;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.zhuxi.account.Accounts;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Origin;
import org.zhuxi.platform.security.SignedIn;
import org.zhuxi.testing.World;
import org.zhuxi.testing.ZhuxiTest;

/** XML bombs, pictures with scripts in them and files that are two things at once: refused in words, and nothing changes. */
@ZhuxiTest
@Import(World.class)
class HostileInputTests {

    private static final String BOMB = """
            <?xml version="1.0"?>
            <!DOCTYPE lolz [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">
            <!ENTITY x SYSTEM "file:///etc/passwd">]>
            <request><description>&c;&x;</description></request>
            """;
    private static final String OPEN311 = "/open311/v2";

    @LocalServerPort
    int port;

    private final MockMvc web;
    private final Requests requests;
    private final RequestDesk desk;
    private final RequestPhotos photos;
    private final World.Made made;
    private final Actor clerk;
    private final String key;

    HostileInputTests(
            MockMvc web,
            Requests requests,
            RequestDesk desk,
            RequestPhotos photos,
            OpenClients clients,
            World world,
            Accounts accounts) {
        this.web = web;
        this.requests = requests;
        this.desk = desk;
        this.photos = photos;
        made = world.make(1);
        clerk = accounts.actorOf(made.username("clerk"));
        key = clients.issue(accounts.actorOf(made.username("head")), made.communityCode(), "hostile", Origin.SYNTHETIC);
    }

    private ServiceRequest reported() {
        return requests.report(Actor.VISITOR, Reports.light(made), Origin.RECORDED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/xml",
                "application/xml;charset=UTF-8",
                "application/atom+xml",
                "text/html",
                "multipart/form-data;boundary=x",
                "no type at all"
            })
    void readsNoBombSentToOpen311(String type) throws Exception {
        web.perform(post(OPEN311 + "/requests.xml")
                        .header("Content-Type", type)
                        .queryParam("api_key", key)
                        .queryParam("service_code", "NOISE")
                        .queryParam("lat", "32.4225")
                        .queryParam("long", "119.4531")
                        .content(BOMB))
                .andExpect(status().isBadRequest())
                .andExpect(xpath("/errors/error/code").string("400"))
                .andExpect(
                        xpath("/errors/error/description").string(containsString("application/x-www-form-urlencoded")));
        assertThat(requests.list(made.path(), RequestFilter.ALL, 10, null).items())
                .isEmpty();
    }

    /** The server itself, not the page, takes such a body apart. */
    @Test
    void answersPartsWithoutABoundaryInWords() throws Exception {
        var address = "http://localhost:" + port + OPEN311 + "/requests.xml?service_code=NOISE&api_key=" + key;
        var call = HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", "multipart/form-data")
                .header("Accept", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(BOMB))
                .build();
        try (var client = HttpClient.newHttpClient()) {
            assertThat(client.send(call, HttpResponse.BodyHandlers.ofString()).statusCode())
                    .isEqualTo(400);
        }
        assertThat(requests.list(made.path(), RequestFilter.ALL, 10, null).items())
                .isEmpty();
    }

    @Test
    void addsNoBombToARequest() throws Exception {
        var request = reported();
        web.perform(post(OPEN311 + "/servicerequestupdates.xml")
                        .header("Content-Type", "text/xml")
                        .queryParam("api_key", key)
                        .queryParam("service_request_id", request.id().toString())
                        .queryParam("update_id", "1")
                        .queryParam("description", "x")
                        .content(BOMB))
                .andExpect(status().isBadRequest());
        assertThat(desk.story(clerk, request.id()).steps()).noneMatch(step -> step.kind() == RequestStep.Kind.ADDED);
    }

    /** What looks like XML in a form is words, and leaves as words. */
    @Test
    void keepsABombInAFormAsWords() throws Exception {
        var sent = web.perform(post(OPEN311 + "/requests.xml")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .param("api_key", key)
                        .param("service_code", "POTHOLE")
                        .param("lat", "32.4225")
                        .param("long", "119.4531")
                        .param("description", "\u0001" + BOMB))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        var id = sent.replaceAll("(?s).*<service_request_id>(.*?)</.*", "$1");
        desk.release(clerk, UUID.fromString(id), BOMB);
        web.perform(get(OPEN311 + "/requests/" + id + ".xml"))
                .andExpect(xpath("/service_requests/request/description").string(BOMB.strip()));
    }

    @ParameterizedTest
    @EnumSource(names = {"SVG", "HTML", "GIF_AND_SCRIPT", "HEADER_AND_SVG", "PDF_AND_SCRIPT"})
    void takesNoPictureThatIsNone(Polyglot file) throws Exception {
        var request = reported();
        web.perform(multipart("/work/requests/" + request.id() + "/photos")
                        .file(new MockMultipartFile("photo", "x.png", "image/png", file.bytes()))
                        .param("phase", "AFTER")
                        .with(user(new SignedIn("somebody", "", true, clerk)))
                        .with(csrf()))
                .andExpect(status().is4xxClientError());
        web.perform(multipart("/requests")
                        .file(new MockMultipartFile("photo", "x.png", "image/png", file.bytes()))
                        .param("id", Ids.next().toString())
                        .param("place", made.communityCode())
                        .param("service", "POTHOLE")
                        .param("words", "坑洼")
                        .param("isNew", "yes")
                        .with(sent -> {
                            sent.setRemoteAddr("10.1.2.1");
                            return sent;
                        })
                        .with(csrf()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("有照片没存下来")));

        assertThat(desk.story(clerk, request.id()).photos()).isEmpty();
        assertThat(desk.story(clerk, request.id()).steps()).noneMatch(step -> step.kind() == RequestStep.Kind.PHOTO);
        assertThat(requests.list(made.path(), RequestFilter.ALL, 10, null).items())
                .allSatisfy(
                        it -> assertThat(desk.story(clerk, it.id()).photos()).isEmpty());
    }

    /** Files that are a picture and a page: the picture alone survives, and no browser is let to think otherwise. */
    @ParameterizedTest
    @EnumSource(names = {"PNG_AND_HTML", "PNG_WITH_TEXT", "JPEG_WITH_COMMENT"})
    void keepsThePictureOfAPolyglotAlone(Polyglot file) throws Exception {
        var request = reported();
        assertThat(text(file.bytes())).contains(Polyglot.SCRIPT);
        photos.send(request.code(), new ByteArrayInputStream(file.bytes()));
        var photo = desk.story(clerk, request.id()).photos().getFirst();
        assertThat(text(Files.readAllBytes(photos.open(clerk, photo.id()).path())))
                .doesNotContain("script");

        photos.release(clerk, photo.id(), List.of(new RequestPhoto.Box(0, 0, 8, 8)));
        var shown = web.perform(get("/requests/photos/" + photo.id()))
                .andExpect(status().isOk())
                .andExpect(content().contentTypeCompatibleWith(photo.mime()))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                .andExpect(header().string("Content-Security-Policy", containsString("sandbox")))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        assertThat(text(shown)).doesNotContain("script");
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
