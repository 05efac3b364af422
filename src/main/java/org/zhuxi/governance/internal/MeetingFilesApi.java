package org.zhuxi.governance.internal;

import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.zhuxi.governance.MeetingFiles;
import org.zhuxi.governance.Meetings;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Typed;

/** Photos and papers of meetings, for programs; what is shown is listed with the idea. */
@RestController
@RequestMapping("/api/v1/ideas/{id}/meetings/{meeting}/files")
class MeetingFilesApi {

    private final MeetingFiles files;
    private final Meetings meetings;

    MeetingFilesApi(MeetingFiles files, Meetings meetings) {
        this.files = files;
        this.meetings = meetings;
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    IdeaJson.Paper add(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable UUID meeting,
            @RequestParam(required = false) @Nullable String title,
            @RequestParam(defaultValue = "false") boolean shown,
            @RequestParam(required = false) @Nullable MultipartFile file)
            throws IOException {
        var about = meetings.get(id, meeting).id();
        try (var content = Typed.required("file", file).getInputStream()) {
            return IdeaJson.Paper.of(files.add(actor, about, title, shown, content));
        }
    }

    @DeleteMapping("/{file}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(Actor actor, @PathVariable UUID id, @PathVariable UUID meeting, @PathVariable UUID file) {
        files.remove(actor, meetings.get(id, meeting).id(), file);
    }
}
