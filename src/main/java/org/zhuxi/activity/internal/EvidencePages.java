package org.zhuxi.activity.internal;

import java.time.Duration;
import java.util.UUID;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.zhuxi.activity.EvidenceFile;
import org.zhuxi.activity.EvidenceFiles;
import org.zhuxi.activity.EvidenceKind;
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
        var opened = files.open(actor, id, sha256);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(opened.file().mime()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        disposition(opened.file()).toString())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePrivate())
                .body(new FileSystemResource(opened.path()));
    }

    private static ContentDisposition disposition(EvidenceFile file) {
        var name = file.sha256().substring(0, 12) + extension(file.mime());
        return file.kind() == EvidenceKind.PHOTO
                ? ContentDisposition.inline().filename(name).build()
                : ContentDisposition.attachment().filename(name).build();
    }

    private static String extension(String mime) {
        return switch (mime) {
            case "image/jpeg" -> ".jpg";
            case "image/png" -> ".png";
            default -> ".pdf";
        };
    }
}
