package org.zhuxi.activity.internal;

import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.zhuxi.activity.EvidenceFile;
import org.zhuxi.activity.EvidenceFiles;
import org.zhuxi.kernel.Actor;

/** Takes evidence from devices and programs, before the record that names it. */
@RestController
class EvidenceApi {

    private final EvidenceFiles files;

    EvidenceApi(EvidenceFiles files) {
        this.files = files;
    }

    /** @param place code of the community or of a place in it */
    @PostMapping(path = "/api/v1/evidence", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    EvidenceFile keep(Actor actor, @RequestParam String place, @RequestParam MultipartFile file) throws IOException {
        try (var content = file.getInputStream()) {
            return files.keep(actor, place, content);
        }
    }
}
