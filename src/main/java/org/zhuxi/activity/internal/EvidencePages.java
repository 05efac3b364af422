package org.zhuxi.activity.internal;

import java.util.UUID;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.zhuxi.activity.EvidenceFiles;
import org.zhuxi.activity.EvidenceResponse;
import org.zhuxi.kernel.Actor;

/** Serves evidence: photos to be looked at, documents to be saved, and never anything a browser would run. */
@Controller
class EvidencePages {

    private final EvidenceFiles files;

    EvidencePages(EvidenceFiles files) {
        this.files = files;
    }

    static String address(UUID activity, String sha256) {
        return "/activities/" + activity + "/evidence/" + sha256;
    }

    @GetMapping("/activities/{id}/evidence/{sha256}")
    ResponseEntity<Resource> show(Actor actor, @PathVariable UUID id, @PathVariable String sha256) {
        return EvidenceResponse.of(files.open(actor, id, sha256));
    }
}
