package org.zhuxi.waste;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.zhuxi.testing.FormToken.csrf;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.zhuxi.account.Accounts;
import org.zhuxi.account.CalendarFeeds;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.Refused;
import org.zhuxi.kernel.Role;
import org.zhuxi.place.Register;
import org.zhuxi.platform.security.SignedIn;
import org.zhuxi.testing.ZhuxiTest;
import org.zhuxi.waste.team.Duties;
import org.zhuxi.waste.team.Part;
import org.zhuxi.waste.team.Team;

/** One's dates in one's own calendar program, which sends a password of its own. */
@ZhuxiTest
class CalendarTests {

    private final MockMvc web;
    private final CalendarFeeds feeds;
    private final Duties duties;
    private final Neighbourhood here;
    private final Actor volunteer;
    private final LocalDate tomorrow = LocalDate.now(Neighbourhood.ZONE).plusDays(1);

    CalendarTests(
            MockMvc web,
            CalendarFeeds feeds,
            Duties duties,
            Team team,
            Stations stations,
            Register register,
            Accounts accounts) {
        this.web = web;
        this.feeds = feeds;
        this.duties = duties;
        var builder = new Neighbourhood.Builder(register, accounts, stations);
        here = builder.build(1, 0);
        volunteer = builder.person("volunteer", here.code(), here.path(), Role.VOLUNTEER);
        team.take(here.clerk(), here.community(), "volunteer-" + here.code(), Part.VOLUNTEER, Origin.SYNTHETIC);
    }

    @Test
    void holdsOnesOwnDutiesInTheFormOfRfc5545() throws Exception {
        var plan = new Duties.Plan(tomorrow, LocalTime.of(7, 0), LocalTime.of(9, 0), 2);
        var planned = duties.plan(here.clerk(), here.station(), plan);
        duties.take(volunteer, planned.getFirst().id());

        var answer = fetch(feeds.renew(volunteer));

        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getContentType()).isEqualTo("text/calendar;charset=UTF-8");
        var text = answer.getContentAsString(StandardCharsets.UTF_8);
        assertThat(text.split("\r\n"))
                .allSatisfy(line ->
                        assertThat(line.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(75));
        var calendar = new CalendarBuilder().build(new StringReader(text));
        assertThat(calendar.validate().hasErrors()).isFalse();
        List<VEvent> events = calendar.getComponents(Component.VEVENT);
        assertThat(events).singleElement().satisfies(event -> {
            assertThat(event.getProperty(Property.UID).orElseThrow().getValue())
                    .isEqualTo("duty-" + planned.getFirst().id() + "@zhuxi");
            assertThat(event.getProperty(Property.DTSTART).orElseThrow().getValue())
                    .isEqualTo(planned.getFirst().startsAt().toString().replaceAll("[-:]", ""));
            assertThat(event.getProperty(Property.LOCATION).orElseThrow().getValue())
                    .isEqualTo("东门投放点");
        });
    }

    @Test
    void aRenewedPasswordEndsTheOneBefore() throws Exception {
        var first = feeds.renew(volunteer);
        var second = feeds.renew(volunteer);

        assertThat(fetch(first).getStatus()).isEqualTo(401);
        assertThat(fetch(second).getStatus()).isEqualTo(200);
        assertThat(feeds.find(volunteer).orElseThrow().lastUsedDay()).isNotNull();
        feeds.end(volunteer);
        assertThat(fetch(second).getStatus()).isEqualTo(401);
        assertThat(feeds.find(volunteer)).isEmpty();
    }

    @Test
    void aTokenMakesNoPassword() {
        var token = new Actor(
                volunteer.accountId(),
                volunteer.name(),
                volunteer.grants(),
                volunteer.households(),
                Set.of("activities:read"));

        assertThatThrownBy(() -> feeds.renew(token)).isInstanceOf(Refused.Forbidden.class);
    }

    @Test
    void asksForAPasswordAndOpensNothingElseWithIt() throws Exception {
        var secret = feeds.renew(volunteer);
        web.perform(get("/calendar.ics"))
                .andExpect(status().isUnauthorized())
                .andExpect(header().string("WWW-Authenticate", "Basic realm=\"calendar\", charset=\"UTF-8\""))
                .andExpect(header().string("Cache-Control", containsString("no-store")))
                .andExpect(header().doesNotExist("Set-Cookie"));
        for (var wrong : List.of("Basic", "Basic ", "Basic %%%", "Basic " + encoded("nobody"), "Bearer " + secret)) {
            web.perform(get("/calendar.ics").header("Authorization", wrong)).andExpect(status().isUnauthorized());
        }
        assertThat(fetch(secret).getHeader("Set-Cookie")).isNull();
        for (var path : List.of("/me/calendar", "/work")) {
            web.perform(get(path).header("Authorization", basic(secret))).andExpect(redirectedUrlPattern("/sign-in*"));
        }
        web.perform(get("/api/v1/me").header("Authorization", basic(secret))).andExpect(status().isUnauthorized());
    }

    @Test
    void whoGuessesPasswordsHasToWaitAndWhoSendsNoneHasNot() throws Exception {
        for (var i = 0; i < 40; i++) {
            web.perform(get("/calendar.ics").with(from("203.0.113.77"))).andExpect(status().isUnauthorized());
        }
        for (var i = 0; i < 30; i++) {
            web.perform(get("/calendar.ics")
                            .header("Authorization", basic("guess " + i))
                            .with(from("203.0.113.77")))
                    .andExpect(status().isUnauthorized());
        }
        web.perform(get("/calendar.ics")
                        .header("Authorization", basic(feeds.renew(volunteer)))
                        .with(from("203.0.113.77")))
                .andExpect(status().isTooManyRequests());
    }

    @Test
    void anAddressOpensNothingUnlessTheOperatorAllowsIt() throws Exception {
        var secret = feeds.renew(volunteer);
        web.perform(get("/calendar/" + secret + ".ics")).andExpect(status().isNotFound());

        var shown = web.perform(post("/me/calendar/renewal")
                        .with(user(new SignedIn(volunteer.name(), "", true, volunteer)))
                        .with(csrf()))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        assertThat(shown).contains("/calendar.ics?lang=zh").doesNotContainPattern("/calendar/[^\"]*\\.ics");
    }

    private static String basic(String secret) {
        return "Basic " + encoded("anybody:" + secret);
    }

    private static String encoded(String pair) {
        return Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    private static RequestPostProcessor from(String address) {
        return request -> {
            request.setRemoteAddr(address);
            return request;
        };
    }

    private MockHttpServletResponse fetch(String secret) throws Exception {
        return web.perform(get("/calendar.ics").header("Authorization", basic(secret)))
                .andReturn()
                .getResponse();
    }
}
