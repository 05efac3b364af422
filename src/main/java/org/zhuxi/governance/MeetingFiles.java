package org.zhuxi.governance;

import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuxi.activity.EvidenceFiles;
import org.zhuxi.governance.internal.Desk;
import org.zhuxi.governance.internal.MeetingFileStore;
import org.zhuxi.governance.internal.MeetingStore;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Refused;
import org.zhuxi.kernel.Typed;

/** Photos and papers of meetings: those of the desk, and those that everybody may open. */
@Service
public class MeetingFiles {

    private static final int MOST = 20;

    private final MeetingFileStore store;
    private final MeetingStore meetings;
    private final EvidenceFiles files;
    private final Desk desk;

    MeetingFiles(MeetingFileStore store, MeetingStore meetings, EvidenceFiles files, Desk desk) {
        this.store = store;
        this.meetings = meetings;
        this.files = files;
        this.desk = desk;
    }

    /**
     * Adds a photo or PDF to a meeting. Its place on the earth and other details are taken out of a photo.
     *
     * @param isShown whether everybody may open it, because nobody can be recognised or all have agreed
     * @throws org.zhuxi.kernel.Mistyped when the title is missing, or there are twenty already
     */
    @Transactional
    public MeetingFile add(Actor actor, UUID id, @Nullable String title, boolean isShown, InputStream content)
            throws IOException {
        var meeting = meetings.find(id).orElseThrow(() -> new Refused.NotFound(id));
        actor.require(GovernancePermissions.MANAGE, meeting.path());
        var named = Typed.words("title", title, NewIdea.TITLE);
        Typed.within("file", store.count(meeting) + 1, 1, MOST);
        var kept = files.keepFor(actor, meeting.community(), content);
        var file = new MeetingFile(
                meeting.community(), Ids.next(), id, named, kept.sha256(), kept.mime(), kept.bytes(), isShown);
        store.insert(file, actor.account(), desk.now());
        desk.audit(actor, "meeting.file-added", id, meeting.path(), named);
        return file;
    }

    /** Takes a file off its meeting. */
    @Transactional
    public void remove(Actor actor, UUID of, UUID id) {
        var meeting = meetings.find(of).orElseThrow(() -> new Refused.NotFound(of));
        actor.require(GovernancePermissions.MANAGE, meeting.path());
        var file = get(id);
        if (!file.meeting().equals(of) || !store.remove(file, actor.account(), desk.now())) {
            throw new Refused.NotFound(id);
        }
        desk.audit(actor, "meeting.file-removed", of, meeting.path(), file.title());
    }

    /** A file: one that is shown for everybody, others for who may see the desk. */
    @Transactional(readOnly = true)
    public EvidenceFiles.Opened open(Actor actor, UUID id) {
        var file = get(id);
        if (!file.isShown()
                && !actor.may(GovernancePermissions.READ, meeting(file).path())) {
            throw new Refused.NotFound(id);
        }
        return files.of(file.community(), file.sha256());
    }

    private MeetingFile get(UUID id) {
        return store.find(id).orElseThrow(() -> new Refused.NotFound(id));
    }

    private Meeting meeting(MeetingFile file) {
        return meetings.find(file.meeting()).orElseThrow(() -> new Refused.NotFound(file.meeting()));
    }
}
