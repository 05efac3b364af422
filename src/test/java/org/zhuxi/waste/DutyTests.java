package org.zhuxi.waste;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhuxi.account.Accounts;
import org.zhuxi.activity.Activities;
import org.zhuxi.activity.ActivityRefused;
import org.zhuxi.activity.ActivityState;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.Refused;
import org.zhuxi.kernel.Role;
import org.zhuxi.place.Register;
import org.zhuxi.testing.ZhuxiTest;
import org.zhuxi.waste.team.Duties;
import org.zhuxi.waste.team.Duty;
import org.zhuxi.waste.team.Part;
import org.zhuxi.waste.team.Team;
import org.zhuxi.waste.team.TeamRefused;

@ZhuxiTest
class DutyTests {

    private final Team team;
    private final Duties duties;
    private final Activities activities;
    private final JdbcClient jdbc;
    private final Neighbourhood here;
    private final Actor volunteer;
    private final Actor other;
    private final Actor stranger;

    DutyTests(
            Team team,
            Duties duties,
            Activities activities,
            JdbcClient jdbc,
            Stations stations,
            Register register,
            Accounts accounts) {
        this.team = team;
        this.duties = duties;
        this.activities = activities;
        this.jdbc = jdbc;
        var builder = new Neighbourhood.Builder(register, accounts, stations);
        here = builder.build(1, 0);
        volunteer = builder.person("volunteer", here.code(), here.path(), Role.VOLUNTEER);
        other = builder.person("other", here.code(), here.path(), Role.VOLUNTEER);
        stranger = builder.person("stranger", here.code(), here.path(), Role.VOLUNTEER);
        team.take(here.clerk(), here.community(), "volunteer-" + here.code(), Part.VOLUNTEER, Origin.SYNTHETIC);
        team.take(here.clerk(), here.community(), "other-" + here.code(), Part.INSTRUCTOR, Origin.SYNTHETIC);
    }

    @Test
    void hoursFromCheckInToCheckOutWaitForSomebodyElse() {
        var duty = running(volunteer, 90);
        var hours = duties.checkOut(volunteer, duty);

        assertThat(hours).isEqualByComparingTo("1.5");
        assertThat(duties.checkOut(volunteer, duty)).isEqualByComparingTo("1.5");
        var record = activities.get(here.clerk(), Ids.derived(duty, "duty"));
        assertThat(record.state()).isEqualTo(ActivityState.RECORDED);
        assertThatThrownBy(() -> activities.verify(volunteer, record.id(), true, ""))
                .isInstanceOf(Refused.class);
        activities.verify(here.clerk(), record.id(), true, "");
        assertThat(team.month(here.clerk(), here.community(), YearMonth.from(LocalDate.now(Neighbourhood.ZONE))))
                .anySatisfy(line -> {
                    assertThat(line.account()).isEqualTo(volunteer.account());
                    assertThat(line.verifiedHours()).isEqualByComparingTo("1.5");
                });
    }

    @Test
    void aClerkNeverVerifiesHisOwnHours() {
        team.take(here.clerk(), here.community(), "clerk-" + here.code(), Part.SOCIAL_WORKER, Origin.SYNTHETIC);
        var duty = running(here.clerk(), 30);
        duties.checkOut(here.clerk(), duty);

        assertThatThrownBy(() -> activities.verify(here.clerk(), Ids.derived(duty, "duty"), true, ""))
                .isInstanceOf(ActivityRefused.RecorderIsVerifier.class);
    }

    @Test
    void aFreeDutyIsTakenByOnePersonOnly() throws Exception {
        var duty = tomorrow("07:00", "09:00");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var tries = List.of(volunteer, other).stream()
                    .map(actor -> threads.submit(() -> {
                        try {
                            duties.take(actor, duty);
                            return 1;
                        } catch (TeamRefused.NotFree taken) {
                            return 0;
                        }
                    }))
                    .toList();
            var sum = 0;
            for (var one : tries) {
                sum += one.get();
            }
            assertThat(sum).isEqualTo(1);
        }
    }

    @Test
    void aDutyIsSwappedByOfferingIt() {
        var duty = tomorrow("18:00", "20:00");
        duties.take(volunteer, duty);
        assertThatThrownBy(() -> duties.take(other, duty)).isInstanceOf(TeamRefused.NotFree.class);
        duties.offer(volunteer, duty, true);
        duties.take(other, duty);

        assertThat(mine(other)).extracting(Duty::id).contains(duty);
        assertThat(mine(volunteer)).isEmpty();
        assertThatThrownBy(() -> duties.offer(volunteer, duty, true)).isInstanceOf(TeamRefused.NotYours.class);
    }

    @Test
    void nobodyHasTwoDutiesAtTheSameTime() {
        var first = tomorrow("07:00", "09:00");
        var second = tomorrow("08:30", "10:00");
        duties.take(volunteer, first);

        assertThatThrownBy(() -> duties.take(volunteer, second)).isInstanceOf(TeamRefused.Overlaps.class);
        duties.cancel(here.clerk(), first);
        duties.take(volunteer, second);
    }

    @Test
    void onlyMembersServeAndOnlyNearTheTime() {
        var duty = tomorrow("07:00", "09:00");

        assertThatThrownBy(() -> duties.take(stranger, duty)).isInstanceOf(TeamRefused.NoMember.class);
        duties.take(volunteer, duty);
        assertThatThrownBy(() -> duties.checkIn(volunteer, duty)).isInstanceOf(TeamRefused.NotNow.class);
        assertThatThrownBy(() -> duties.checkOut(volunteer, duty)).isInstanceOf(TeamRefused.NotYours.class);
        team.release(here.clerk(), here.community(), volunteer.account());
        assertThatThrownBy(() -> duties.offer(volunteer, duty, true)).isInstanceOf(TeamRefused.NoMember.class);
    }

    @Test
    void refusesTimesThatMakeNoDuty() {
        assertThatThrownBy(() -> tomorrow("09:00", "07:00")).isInstanceOf(WasteRefused.Unreadable.class);
        assertThatThrownBy(() -> duties.plan(
                        here.clerk(),
                        here.station(),
                        new Duties.Plan(
                                LocalDate.now(Neighbourhood.ZONE).minusDays(1),
                                LocalTime.of(7, 0),
                                LocalTime.of(9, 0),
                                1)))
                .isInstanceOf(WasteRefused.Unreadable.class);
        assertThat(duties.plan(
                        here.clerk(),
                        here.station(),
                        new Duties.Plan(
                                LocalDate.now(Neighbourhood.ZONE).plusDays(1),
                                LocalTime.of(7, 0),
                                LocalTime.of(9, 0),
                                4)))
                .hasSize(4);
    }

    private List<Duty> mine(Actor actor) {
        var now = Instant.now();
        return duties.ahead(actor, now, now.plus(3, ChronoUnit.DAYS)).stream()
                .filter(duty -> actor.account().equals(duty.account()))
                .toList();
    }

    private UUID tomorrow(String from, String to) {
        var plan = new Duties.Plan(
                LocalDate.now(Neighbourhood.ZONE).plusDays(1), LocalTime.parse(from), LocalTime.parse(to), 1);
        return duties.plan(here.clerk(), here.station(), plan).getFirst().id();
    }

    /** A duty that began so many minutes ago, as if the clock had been turned back for checking in. */
    private UUID running(Actor actor, int minutes) {
        var duty = tomorrow("07:00", "09:00");
        duties.take(actor, duty);
        var now = ZonedDateTime.now(Neighbourhood.ZONE).toOffsetDateTime();
        jdbc.sql("""
                        update waste.duty
                        set starts_at = :start, ends_at = :end, checked_in_at = :start
                        where id = :id
                        """)
                .param("start", now.minusMinutes(minutes))
                .param("end", now.plusMinutes(30))
                .param("id", duty)
                .update();
        return duty;
    }
}
