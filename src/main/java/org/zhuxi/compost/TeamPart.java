package org.zhuxi.compost;

/** What somebody is in the team of a site. It names a task and gives no rights. */
public enum TeamPart {
    COORDINATOR,
    COMPOSTER,
    /** Learns to be a composter. */
    TRAINEE,
    VOLUNTEER;

    /** Key of its name in the messages. */
    public String label() {
        return "compost.team.part." + name();
    }
}
