package org.zhuxi.governance;

import java.util.List;

/** All that is known of an idea. */
public record IdeaStory(
        Idea idea,
        List<IdeaStep> steps,
        List<Remark> remarks,
        List<Meeting> meetings,
        List<MeetingRevision> revisions) {

    /** What minutes of this meeting said before, the first correction first. */
    public List<MeetingRevision> revisionsOf(Meeting meeting) {
        return revisions.stream()
                .filter(it -> it.meeting().equals(meeting.id()))
                .toList();
    }
}
