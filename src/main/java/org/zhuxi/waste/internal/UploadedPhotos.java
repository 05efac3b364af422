package org.zhuxi.waste.internal;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;
import org.zhuxi.activity.EvidenceFiles;
import org.zhuxi.activity.EvidenceKind;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.place.Places;
import org.zhuxi.waste.WasteRefused;

/** Keeps photos that come with a form as evidence. */
@Component
public class UploadedPhotos {

    private final EvidenceFiles files;
    private final Places places;

    UploadedPhotos(EvidenceFiles files, Places places) {
        this.files = files;
        this.places = places;
    }

    /**
     * @param photo from a field named {@code photo} that may be left empty
     * @return the SHA-256 (hex) of what was kept, or null when nothing was sent
     * @throws WasteRefused.Unreadable when it is a document and not a photo
     */
    public @Nullable String keep(Actor actor, CommunityId community, @Nullable MultipartFile photo) throws IOException {
        if (photo == null || photo.isEmpty()) {
            return null;
        }
        try (var content = photo.getInputStream()) {
            var file = files.keep(actor, places.getCommunity(community).code(), content);
            if (file.kind() != EvidenceKind.PHOTO) {
                throw new WasteRefused.Unreadable("photo", "photo-expected");
            }
            return file.sha256();
        }
    }
}
