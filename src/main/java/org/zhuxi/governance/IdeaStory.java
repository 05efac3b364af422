package org.zhuxi.governance;

import java.util.List;

/** All that is known of an idea. */
public record IdeaStory(
        Idea idea,
        List<IdeaStep> steps,
        List<Remark> remarks,
        List<Meeting> meetings,
        List<MeetingRevision> revisions,
        List<MeetingFile> files) {

    /** Photos and papers of this meeting. @param all with those that only the desk may open */
    public List<MeetingFile> filesOf(Meeting meeting, boolean all) {
        return files.stream()
                .filter(it -> it.meeting().equals(meeting.id()) && (all || it.isShown()))
                .toList();
    }

    /** What minutes of this meeting said before, the first correction first. */
    public List<MeetingRevision> revisionsOf(Meeting meeting) {
        return revisions.stream()
                .filter(it -> it.meeting().equals(meeting.id()))
                .toList();
    }
}
