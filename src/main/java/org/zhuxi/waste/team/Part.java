package org.zhuxi.waste.team;

/** What somebody is in the team. */
public enum Part {
    SOCIAL_WORKER,
    VOLUNTEER,
    INSTRUCTOR
}
