package org.zhuxi.governance.internal;

import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.zhuxi.activity.ActivityRefused;
import org.zhuxi.activity.EvidenceResponse;
import org.zhuxi.governance.GovernancePermissions;
import org.zhuxi.governance.MeetingFiles;
import org.zhuxi.governance.Meetings;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Mistyped;
import org.zhuxi.kernel.Refused;

/** Photos and papers of meetings: uploaded at the desk, opened by everybody or by the desk. */
@Controller
class MeetingFilePages {

    private static final String DESK = "/work/ideas/{id}/meetings/{meeting}/files";

    private final MeetingFiles files;
    private final Meetings meetings;
    private final IdeaDesk desk;

    MeetingFilePages(MeetingFiles files, Meetings meetings, IdeaDesk desk) {
        this.files = files;
        this.meetings = meetings;
        this.desk = desk;
    }

    @PostMapping(DESK)
    ModelAndView add(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable UUID meeting,
            @RequestParam Map<String, String> fields,
            @RequestParam(required = false) @Nullable MultipartFile file)
            throws IOException {
        actor.require(GovernancePermissions.MANAGE, meetings.get(id, meeting).path());
        try {
            if (file == null || file.isEmpty()) {
                throw new Mistyped.Missing("file");
            }
            try (var content = file.getInputStream()) {
                files.add(actor, meeting, fields.get("title"), fields.containsKey("shown"), content);
            }
            return desk.back(id);
        } catch (Mistyped | ActivityRefused refused) {
            return desk.again(actor, id, "file-" + meeting, fields, (Refused) refused);
        }
    }

    @PostMapping(DESK + "/{file}/removal")
    ModelAndView remove(Actor actor, @PathVariable UUID id, @PathVariable UUID meeting, @PathVariable UUID file) {
        meetings.get(id, meeting);
        files.remove(actor, meeting, file);
        return desk.back(id);
    }

    /** What everybody may open; the rest of the files are not there for whoever does not see the desk. */
    @GetMapping("/governance/meetings/files/{file}")
    ResponseEntity<Resource> open(Actor actor, @PathVariable UUID file) {
        return EvidenceResponse.of(files.open(actor, file));
    }
}
