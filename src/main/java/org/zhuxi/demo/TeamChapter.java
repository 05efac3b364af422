package org.zhuxi.demo;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.springframework.stereotype.Component;
import org.zhuxi.activity.Activities;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.Role;
import org.zhuxi.place.Places;
import org.zhuxi.waste.StationRef;
import org.zhuxi.waste.Stations;
import org.zhuxi.waste.team.Duties;
import org.zhuxi.waste.team.Duty;
import org.zhuxi.waste.team.HourCertificates;
import org.zhuxi.waste.team.Part;
import org.zhuxi.waste.team.Team;

/** A team of three with three weeks of duties behind it, a certificate, and two weeks ahead, some of them free. */
@Component
class TeamChapter {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int DAYS = 21;
    private static final int WEEKS_AHEAD = 2;
    private static final int WAITING = 3;

    private final DemoStaff staff;
    private final Places places;
    private final Team team;
    private final Duties duties;
    private final HourCertificates certificates;
    private final Activities activities;

    TeamChapter(
            DemoStaff staff,
            Places places,
            Team team,
            Duties duties,
            HourCertificates certificates,
            Activities activities) {
        this.staff = staff;
        this.places = places;
        this.team = team;
        this.duties = duties;
        this.certificates = certificates;
        this.activities = activities;
    }

    void tell(LocalDate lastDay) {
        var clerk = staff.founderAs(Role.COMMUNITY_CLERK);
        if (!team.members(clerk, staff.community()).isEmpty()) {
            return;
        }
        team.take(clerk, staff.community(), "community-clerk", Part.SOCIAL_WORKER, Origin.SYNTHETIC);
        team.take(clerk, staff.community(), "volunteer", Part.VOLUNTEER, Origin.SYNTHETIC);
        team.take(clerk, staff.community(), "steward", Part.INSTRUCTOR, Origin.SYNTHETIC);
        var station = places.sitesAt(staff.path(), Stations.SITE_TYPE).getFirst();
        var people = List.of("volunteer", "steward");
        for (var day = 0; day < DAYS; day++) {
            serve(staff.person(people.get(day % people.size())), station.id(), lastDay.minusDays(day), day >= WAITING);
        }
        certificates.issue(
                staff.person("volunteer"), staff.community(), lastDay.minusDays(DAYS), lastDay, Origin.SYNTHETIC);
        var ref = new StationRef(staff.community(), station.id());
        var tomorrow = lastDay.plusDays(2);
        var morning =
                duties.plan(clerk, ref, new Duties.Plan(tomorrow, LocalTime.of(7, 0), LocalTime.of(9, 0), WEEKS_AHEAD));
        duties.plan(
                clerk,
                ref,
                new Duties.Plan(tomorrow.plusDays(1), LocalTime.of(18, 0), LocalTime.of(20, 0), WEEKS_AHEAD));
        duties.take(staff.person("volunteer"), morning.getFirst().id());
    }

    private void serve(Actor person, java.util.UUID site, LocalDate day, boolean isVerified) {
        var starts = day.atTime(7, 0).atZone(ZONE).toInstant();
        var ends = day.atTime(9, 0).atZone(ZONE).toInstant();
        var in = starts.minusSeconds(300L + 60L * (day.getDayOfMonth() % 7));
        var served = new Duty(
                staff.community(),
                Ids.derived(site, "duty/" + day),
                site,
                starts,
                ends,
                person.account(),
                person.name(),
                false,
                in,
                ends.plusSeconds(60L * (day.getDayOfMonth() % 5)));
        duties.takeOver(person, Founder.ACTOR, served, Origin.SYNTHETIC);
        if (isVerified) {
            activities.verify(staff.founderAs(Role.COMMUNITY_HEAD), Ids.derived(served.id(), "duty"), true, "");
        }
    }
}
