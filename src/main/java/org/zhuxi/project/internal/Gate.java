package org.zhuxi.project.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Audited;
import org.zhuxi.kernel.Permission;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Refused;
import org.zhuxi.project.Project;
import org.zhuxi.project.ProjectRefused;

/** The way to one project: found, locked, allowed, noted. */
@Component
public class Gate {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final ProjectStore projects;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Gate(ProjectStore projects, ApplicationEventPublisher events, Clock clock) {
        this.projects = projects;
        this.events = events;
        this.clock = clock;
    }

    public Project get(UUID id) {
        return projects.find(id).orElseThrow(() -> new Refused.NotFound(id));
    }

    /** The project, locked until the transaction ends, for somebody who has the right in its place. */
    public Project open(Actor actor, Permission permission, UUID id) {
        actor.require(permission, get(id).path());
        return projects.lock(id).orElseThrow(() -> new Refused.NotFound(id));
    }

    public Instant now() {
        return clock.instant();
    }

    public LocalDate today() {
        return LocalDate.now(clock.withZone(ZONE));
    }

    /** A day that has come; today when none is given. */
    public LocalDate past(String field, @Nullable LocalDate day) {
        var today = today();
        if (day != null && day.isAfter(today)) {
            throw new ProjectRefused.WrongDay(field);
        }
        return day == null ? today : day;
    }

    public void audit(Actor actor, String action, Project project, String detail) {
        audit(actor, "project." + action, project.id(), project.path(), detail);
    }

    public void audit(Actor actor, String action, UUID subject, PlacePath place, String detail) {
        events.publishEvent(new Audited(actor, action, subject.toString(), place, detail));
    }
}
