package org.zhuxi.activity;

import java.time.Duration;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** How a file is answered: photos to be looked at, documents to be saved, and never anything a browser would run. */
public final class EvidenceResponse {

    private EvidenceResponse() {}

    public static ResponseEntity<Resource> of(EvidenceFiles.Opened opened) {
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
