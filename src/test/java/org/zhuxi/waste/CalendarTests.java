package org.zhuxi.waste;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.zhuxi.account.Accounts;
import org.zhuxi.account.CalendarFeeds;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.Refused;
import org.zhuxi.kernel.Role;
import org.zhuxi.place.Register;
import org.zhuxi.testing.ZhuxiTest;
import org.zhuxi.waste.team.Duties;
import org.zhuxi.waste.team.Part;
import org.zhuxi.waste.team.Team;

/** One's dates in one's own calendar program, at a secret address. */
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
    void aRenewedAddressEndsTheOneBefore() throws Exception {
        var first = feeds.renew(volunteer);
        var second = feeds.renew(volunteer);

        assertThat(fetch(first).getStatus()).isEqualTo(404);
        assertThat(fetch(second).getStatus()).isEqualTo(200);
        assertThat(feeds.find(volunteer).orElseThrow().lastUsedDay()).isNotNull();
        feeds.end(volunteer);
        assertThat(fetch(second).getStatus()).isEqualTo(404);
        assertThat(feeds.find(volunteer)).isEmpty();
    }

    @Test
    void aTokenMakesNoAddress() {
        var token = new Actor(
                volunteer.accountId(),
                volunteer.name(),
                volunteer.grants(),
                volunteer.households(),
                Set.of("activities:read"));

        assertThatThrownBy(() -> feeds.renew(token)).isInstanceOf(Refused.Forbidden.class);
    }

    private MockHttpServletResponse fetch(String secret) throws Exception {
        return web.perform(get("/calendar/" + secret + ".ics")).andReturn().getResponse();
    }
}
