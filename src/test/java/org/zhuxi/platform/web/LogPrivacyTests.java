package org.zhuxi.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.zhuxi.testing.FormToken.csrf;

import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.zhuxi.testing.World;
import org.zhuxi.testing.ZhuxiTest;

/** Whatever people send, and wherever they put it, none of it is in the log. */
@ZhuxiTest
@Import(World.class)
@ExtendWith(OutputCaptureExtension.class)
class LogPrivacyTests {

    private static final String PHONE = "13812345678";
    private static final String NAME = "欧阳慎独";
    private static final String PIN = "748291";
    private static final String TOKEN = "zx_thisTokenIsNobodysBusiness0123456789";
    private static final List<String> SECRETS = List.of(PHONE, NAME, PIN, TOKEN);

    private final MockMvc web;
    private final World worlds;
    private final Problems problems;

    LogPrivacyTests(MockMvc web, World worlds, Problems problems) {
        this.web = web;
        this.worlds = worlds;
        this.problems = problems;
    }

    @Test
    void nothingOfARequestIsLoggedAtInfo(CapturedOutput log) throws Exception {
        var bearer = "Bearer " + worlds.make(1).stewardToken();
        var everything = String.join(" ", SECRETS);
        var item = """
                {"activities":[{"id":"%s","kind":"%s","place":"%s","household":"%s","occurredAt":"%s"}]}""".formatted(PHONE, NAME, PIN, TOKEN, PHONE);

        send(post("/api/v1/activities")
                .header("Authorization", "Bearer " + TOKEN)
                .content(item));
        send(json(post("/api/v1/activities").header("Authorization", bearer), "{" + everything));
        send(json(post("/api/v1/activities").header("Authorization", bearer), item));
        send(json(post("/api/v1/activities").header("Authorization", bearer), "[\"" + everything + "\"]"));
        send(get("/api/v1/places/" + PHONE).header("Authorization", bearer));
        send(get("/api/v1/places").queryParam("q", everything).queryParam("limit", NAME));
        send(get("/api/v1/activities")
                .header("Authorization", bearer)
                .queryParam("from", PIN)
                .queryParam("place", NAME));
        send(get("/households/{name}", NAME).queryParam("phone", PHONE));
        send(get("/work/households/{phone}", PHONE).header("Authorization", bearer));
        send(post("/sign-in").with(csrf()).param("username", PHONE).param("password", PIN));
        send(post("/sign-in").param("username", NAME).param("password", TOKEN));
        send(get("/figures/{name}", NAME).queryParam("token", TOKEN));
        send(get("/actuator/prometheus").header("Authorization", "Bearer " + TOKEN));

        SECRETS.forEach(secret -> assertThat(log.getAll()).doesNotContain(secret));
    }

    @Test
    void aFailureIsLoggedUnderTheNumberPeopleReadAndWithoutItsMessage(CapturedOutput log) {
        var request = new MockHttpServletRequest("GET", "/api/v1/people/" + PHONE);
        var cause = new SQLException("Key (phone)=(" + PHONE + ") already exists", "23505");
        var failure = new IllegalStateException(NAME + " " + PIN, new DuplicateKeyException(TOKEN, cause));

        var answer = (ResponseEntity<?>) problems.on(failure, request);

        var detail = (ProblemDetail) java.util.Objects.requireNonNull(answer.getBody());
        var id = java.util.regex.Pattern.compile("[0-9a-f-]{36}").matcher(String.valueOf(detail.getDetail()));
        assertThat(id.find()).isTrue();
        assertThat(log.getAll())
                .contains("Failure " + id.group())
                .contains("IllegalStateException", "SQLException[23505]", "LogPrivacyTests.java");
        SECRETS.forEach(secret -> assertThat(log.getAll()).doesNotContain(secret));
    }

    @Test
    void theNumberOfARequestIsKeptWhenItIsAUuidAndMadeAnewWhenItIsNot() throws Exception {
        var proxy = UUID.randomUUID().toString();

        assertThat(idOf(get("/").header("X-Request-Id", proxy))).isEqualTo(proxy);
        assertThat(idOf(get("/").header("X-Request-Id", PHONE)))
                .isNotEqualTo(PHONE)
                .hasSize(36);
        assertThat(idOf(get("/"))).hasSize(36);
    }

    private static MockHttpServletRequestBuilder json(MockHttpServletRequestBuilder request, String body) {
        return request.contentType("application/json").content(body);
    }

    private void send(MockHttpServletRequestBuilder request) throws Exception {
        assertThat(web.perform(request).andReturn().getResponse().getStatus()).isBetween(200, 499);
    }

    private @org.jspecify.annotations.Nullable String idOf(MockHttpServletRequestBuilder request) throws Exception {
        return web.perform(request).andReturn().getResponse().getHeader("X-Request-Id");
    }
}
