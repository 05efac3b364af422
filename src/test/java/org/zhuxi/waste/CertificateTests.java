package org.zhuxi.waste;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.zhuxi.account.Accounts;
import org.zhuxi.activity.Activities;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.Role;
import org.zhuxi.place.Register;
import org.zhuxi.platform.web.CodeAddress;
import org.zhuxi.testing.ZhuxiTest;
import org.zhuxi.waste.team.Duties;
import org.zhuxi.waste.team.HourCertificate;
import org.zhuxi.waste.team.HourCertificates;
import org.zhuxi.waste.team.Part;
import org.zhuxi.waste.team.Team;
import org.zhuxi.waste.team.TeamRefused;

/** Volunteers' hours on paper, and what whoever has the paper is told. */
@ZhuxiTest
class CertificateTests {

    private final MockMvc web;
    private final HourCertificates certificates;
    private final Duties duties;
    private final Activities activities;
    private final JdbcClient jdbc;
    private final Neighbourhood here;
    private final Actor volunteer;
    private final Actor stranger;
    private final LocalDate today = LocalDate.now(Neighbourhood.ZONE);

    CertificateTests(
            MockMvc web,
            HourCertificates certificates,
            Duties duties,
            Team team,
            Activities activities,
            JdbcClient jdbc,
            Stations stations,
            Register register,
            Accounts accounts) {
        this.web = web;
        this.certificates = certificates;
        this.duties = duties;
        this.activities = activities;
        this.jdbc = jdbc;
        var builder = new Neighbourhood.Builder(register, accounts, stations);
        here = builder.build(1, 0);
        volunteer = builder.person("volunteer", here.code(), here.path(), Role.VOLUNTEER);
        stranger = builder.person("stranger", here.code(), here.path(), Role.VOLUNTEER);
        team.take(here.clerk(), here.community(), "volunteer-" + here.code(), Part.VOLUNTEER, Origin.SYNTHETIC);
    }

    @Test
    void certifiesVerifiedHoursOnly() {
        served(90, true);
        served(30, false);

        var made = issue();

        assertThat(made.hours()).isEqualByComparingTo("1.5");
        assertThat(made.duties()).isEqualTo(1);
        assertThat(certificates.mine(volunteer))
                .singleElement()
                .extracting(HourCertificate::id)
                .isEqualTo(made.id());
        assertThat(certificates.get(made.id()).holds()).isTrue();
    }

    @Test
    void saysSoWhenARecordWasTakenBackLater() throws Exception {
        var duty = served(90, true);
        var made = issue();

        activities.reverse(here.head(), Ids.derived(duty, "duty"), "误记");

        assertThat(certificates.get(made.id()).holds()).isFalse();
        web.perform(post("/certificates").param("code", made.id().toString()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("后来被冲销")));
        web.perform(get("/api/v1/hour-certificates/by-code").header(CodeAddress.HEADER, made.id()))
                .andExpect(jsonPath("$.holds").value(false))
                .andExpect(jsonPath("$.hours").value(1.5));
    }

    @Test
    void aVisitorChecksThePaperAndLearnsNoName() throws Exception {
        served(60, true);
        var made = issue();
        var name = made.name();

        web.perform(post("/certificates").param("code", made.id().toString()))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString(made.shortName()), containsString("zx-qr"), not(containsString(name)))));
        assertThat(certificates.maySeeName(stranger, made)).isFalse();
        assertThat(certificates.maySeeName(volunteer, made)).isTrue();
        assertThat(certificates.maySeeName(here.clerk(), made)).isTrue();
        web.perform(post("/certificates").param("code", UUID.randomUUID().toString()))
                .andExpect(status().isNotFound());
        web.perform(post("/certificates").param("code", "x")).andExpect(status().isNotFound());
    }

    @Test
    void refusesWithoutHoursOutsideTheTeamAndForOtherDays() {
        assertThatThrownBy(this::issue).isInstanceOf(TeamRefused.NoHours.class);
        assertThatThrownBy(() ->
                        certificates.issue(stranger, here.community(), today.minusDays(9), today, Origin.RECORDED))
                .isInstanceOf(TeamRefused.NoMember.class);
        assertThatThrownBy(() ->
                        certificates.issue(volunteer, here.community(), today, today.plusDays(1), Origin.RECORDED))
                .isInstanceOf(WasteRefused.Unreadable.class);
        assertThatThrownBy(() ->
                        certificates.issue(volunteer, here.community(), today, today.minusDays(1), Origin.RECORDED))
                .isInstanceOf(WasteRefused.Unreadable.class);
    }

    private HourCertificate issue() {
        return certificates.issue(volunteer, here.community(), today.minusDays(30), today, Origin.RECORDED);
    }

    /** A duty that began so many minutes ago, as if the clock had been turned back for checking in. */
    private UUID served(int minutes, boolean verified) {
        var plan = new Duties.Plan(today.plusDays(minutes), LocalTime.of(7, 0), LocalTime.of(9, 0), 1);
        var duty = duties.plan(here.clerk(), here.station(), plan).getFirst().id();
        duties.take(volunteer, duty);
        var now = ZonedDateTime.now(Neighbourhood.ZONE).toOffsetDateTime();
        jdbc.sql("update waste.duty set starts_at = :start, ends_at = :end, checked_in_at = :start where id = :id")
                .param("start", now.minusMinutes(minutes))
                .param("end", now.plusMinutes(30))
                .param("id", duty)
                .update();
        duties.checkOut(volunteer, duty);
        if (verified) {
            activities.verify(here.clerk(), Ids.derived(duty, "duty"), true, "");
        }
        return duty;
    }
}
