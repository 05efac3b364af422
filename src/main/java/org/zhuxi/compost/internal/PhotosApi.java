package org.zhuxi.compost.internal;

import java.io.IOException;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.zhuxi.activity.EvidenceResponse;
import org.zhuxi.compost.CompostPhotos;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Ids;

/** Photos of units: taken in from phones, and shown at the desk. */
@RestController
class PhotosApi {

    private final CompostPhotos photos;

    PhotosApi(CompostPhotos photos) {
        this.photos = photos;
    }

    record PhotoJson(String sha256) {}

    @PostMapping(path = "/api/v1/compost/units/{id}/photos", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    PhotoJson keep(Actor actor, @PathVariable String id, @RequestParam MultipartFile file) throws IOException {
        try (var content = file.getInputStream()) {
            return new PhotoJson(photos.keep(actor, Ids.read(id), content));
        }
    }

    @GetMapping("/work/compost/entries/{entry}/photos/{sha256}")
    ResponseEntity<Resource> open(Actor actor, @PathVariable String entry, @PathVariable String sha256) {
        return EvidenceResponse.of(photos.open(actor, Ids.read(entry), sha256));
    }
}
