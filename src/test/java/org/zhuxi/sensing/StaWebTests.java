package org.zhuxi.sensing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.zhuxi.account.Accounts;
import org.zhuxi.testing.World;
import org.zhuxi.testing.ZhuxiTest;

/** Who sees and changes what through the address of the SensorThings service. */
@ZhuxiTest
@Import(World.class)
class StaWebTests {

    private static final Set<String> ALL = Set.of("sensing:manage", "sensing:write", "sensing:read");

    private final MockMvc web;
    private final World worlds;
    private final Accounts accounts;

    StaWebTests(MockMvc web, World worlds, Accounts accounts) {
        this.web = web;
        this.worlds = worlds;
        this.accounts = accounts;
    }

    @Test
    void whatIsNotOpenIsSeenByThoseWhoLookAfterIt() throws Exception {
        var made = worlds.make(1);
        var beside = worlds.make(1);
        var head = token(made, "head", ALL);
        var closed = send(head, "Things", thing("closed", ""));
        var open = send(head, "Things", thing("open", ",\"public\":true"));

        assertThat(closed.getStatus()).isEqualTo(201);
        assertThat(read(head, closed).getStatus()).isEqualTo(200);
        assertThat(read("", closed).getStatus()).isEqualTo(404);
        assertThat(read(token(beside, "head", ALL), closed).getStatus()).isEqualTo(404);
        assertThat(read("", open).getStatus()).isEqualTo(200);
        assertThat(read("", open).getContentAsString()).contains("\"name\":\"open\"");
    }

    @Test
    void aTokenDoesWhatItsScopesSay() throws Exception {
        var made = worlds.make(1);
        var head = token(made, "head", ALL);
        var stream = stream(head, send(head, "Things", thing("scoped", "")));
        var steward = token(made, "steward", Set.of("sensing:write"));
        var reader = token(made, "head", Set.of("sensing:read"));

        assertThat(send(steward, stream + "/Observations", "{\"result\":5}").getStatus())
                .isEqualTo(404);
        assertThat(send(steward, "Observations", "{\"result\":5,\"Datastream\":{\"@iot.id\":" + id(stream) + "}}")
                        .getStatus())
                .isEqualTo(201);
        assertThat(send(reader, "Observations", "{\"result\":5,\"Datastream\":{\"@iot.id\":" + id(stream) + "}}")
                        .getStatus())
                .isEqualTo(403);
        assertThat(send(steward, "Things", thing("more", "")).getStatus()).isEqualTo(403);
        assertThat(send("", "Things", thing("more", "")).getStatus()).isEqualTo(401);
    }

    private static String id(String stream) {
        return stream.substring(stream.indexOf('(') + 1, stream.length() - 1);
    }

    private String stream(String token, MockHttpServletResponse thing) throws Exception {
        var location = String.valueOf(thing.getHeader("Location"));
        var at = location.substring(location.indexOf("Things"));
        send(token, at + "/Locations", """
                {"name":"l","description":"","encodingType":"application/geo+json","location":{"type":"Point","coordinates":[1,2]}}
                """);
        var made = send(token, at + "/Datastreams", """
                {"name":"d","description":"","observationType":"x","unitOfMeasurement":{},
                 "Sensor":{"name":"s","description":"","encodingType":"text/html","metadata":""},
                 "ObservedProperty":{"name":"p","definition":"http://example.org/p","description":""}}
                """);
        assertThat(made.getStatus()).as(made.getContentAsString()).isEqualTo(201);
        var stream = String.valueOf(made.getHeader("Location"));
        return stream.substring(stream.indexOf("Datastreams"));
    }

    private static String thing(String name, String more) {
        return "{\"name\":\"%s\",\"description\":\"\",\"properties\":{\"a\":1%s}}".formatted(name, more);
    }

    private String token(World.Made made, String who, Set<String> scopes) {
        return accounts.issueToken(World.founder(), made.username(who), "test", scopes, Duration.ofDays(1));
    }

    private MockHttpServletResponse send(String token, String path, String json) throws Exception {
        var request = post("/sta/v1.1/" + path)
                .contentType(MediaType.APPLICATION_JSON)
                .content(json);
        return web.perform(token.isEmpty() ? request : request.header("Authorization", "Bearer " + token))
                .andReturn()
                .getResponse();
    }

    private MockHttpServletResponse read(String token, MockHttpServletResponse made) throws Exception {
        var location = String.valueOf(made.getHeader("Location"));
        var request = get(location.substring(location.indexOf("/sta/")));
        return web.perform(token.isEmpty() ? request : request.header("Authorization", "Bearer " + token))
                .andReturn()
                .getResponse();
    }
}
